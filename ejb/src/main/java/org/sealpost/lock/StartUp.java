package org.sealpost.lock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.sealpost.crypto.Passphrase;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.SealpostException;
import org.sealpost.settings.Migrations;
import org.sealpost.settings.SecretFile;
import org.sealpost.settings.ServerConfiguration;

/**
 * What happens when the server starts: the Key Manager is found, the sample organisation sets its own up, and where the
 * start-up password or the token's PIN lies in a file it is unlocked with it. Without one it stays locked until an
 * administrator comes.
 */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class StartUp {
    private static final Logger LOG = System.getLogger(StartUp.class.getName());

    @Inject
    KeyManager keyManager;

    @Inject
    ServerConfiguration configuration;

    @Inject
    StartUpSecret secret;

    @PostConstruct
    void begin() {
        keyManager.find();
        try {
            if (keyManager.state() == KeyManagerState.LOCKED) {
                unlock();
            } else if (configuration.sample()) {
                setUpSample();
            }
        } catch (SealpostException e) {
            LOG.log(Level.WARNING, "The Key Manager stays as it is: {0}", e.getMessage());
        }
        LOG.log(Level.INFO, "Key Manager: {0}", keyManager.status().state());
    }

    @PreDestroy
    void end() {
        keyManager.shutDown();
    }

    private void unlock() {
        secret.opening().ifPresent(found -> {
            try (Opening opening = found) {
                keyManager.unlock(opening);
            }
        });
    }

    private void setUpSample() {
        secret.password().ifPresent(found -> {
            try (Passphrase password = found) {
                setUpSample(password);
            }
        });
    }

    /** The sample organisation's shares lie where everything of it lies, for its reader alone. */
    private void setUpSample(Passphrase password) {
        SetUp setUp = new SetUp(configuration.organisation(), KeyType.EC_P256, ShareOrder.TWO_OF_THREE, password);
        try (NewShares shares = keyManager.setUp(setUp)) {
            shares.handed()
                    .forEach(share -> SecretFile.write(
                            configuration.data().resolve("recovery-share-" + share.number()), share.text() + '\n'));
            LOG.log(
                    Level.INFO,
                    "The sample organisation''s recovery shares are in {0}/recovery-share-*",
                    configuration.data());
        }
    }
}
