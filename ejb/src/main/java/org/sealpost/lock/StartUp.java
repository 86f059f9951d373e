package org.sealpost.lock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.sealpost.crypto.Passphrase;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.SealpostException;
import org.sealpost.settings.Migrations;
import org.sealpost.settings.ServerConfiguration;

/**
 * What happens when the server starts: the Key Manager is found, the sample organisation sets its own up, and where the
 * start-up password lies in a file it is unlocked with it. Without a file it stays locked until an administrator comes.
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

    @PostConstruct
    void begin() {
        keyManager.find();
        configuration.startupPasswordFile().filter(Files::isReadable).ifPresent(this::begin);
        LOG.log(Level.INFO, "Key Manager: {0}", keyManager.status().state());
    }

    @PreDestroy
    void end() {
        keyManager.shutDown();
    }

    private void begin(Path passwordFile) {
        try (Passphrase password = read(passwordFile)) {
            switch (keyManager.status().state()) {
                case NOT_SET_UP -> {
                    if (configuration.sample()) {
                        keyManager.setUp(new SetUp(configuration.organisation(), KeyType.EC_P256, password));
                    }
                }
                case LOCKED -> keyManager.unlock(password);
                default -> throw new IllegalStateException("already running");
            }
        } catch (SealpostException e) {
            LOG.log(Level.WARNING, "The Key Manager stays as it is: {0}", e.getMessage());
        }
    }

    /** The first line of the file. */
    private static Passphrase read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) 0);
            int length = 0;
            while (length < decoded.length() && decoded.charAt(length) != '\n' && decoded.charAt(length) != '\r') {
                length++;
            }
            Passphrase password = Passphrase.copyOf(decoded.subSequence(0, length));
            Arrays.fill(decoded.array(), '\0');
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException("the start-up password cannot be read", e);
        }
    }
}
