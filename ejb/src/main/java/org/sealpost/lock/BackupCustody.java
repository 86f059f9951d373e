package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.SubKey;
import org.sealpost.model.KeyPurpose;

/**
 * The keys of backups. A backup says in its header how the master key was sealed when it was made; so it opens with
 * what opened the Key Manager then, and nobody without the master key can make one that passes for genuine.
 */
@ApplicationScoped
public class BackupCustody {
    private static final String PURPOSE = "sealpost backup 1";

    @Inject
    KeyRing ring;

    @Inject
    KeyManager keyManager;

    @Inject
    KeyManagerStore store;

    @Inject
    Doorkeeper doorkeeper;

    @Inject
    Custody custody;

    @Inject
    Activation activation;

    /**
     * What stands in the header: nothing of it is secret.
     *
     * @throws WrongKeyManagerState before the set-up
     */
    public Map<String, String> header() {
        StoredKeys stored = store.stored();
        return HeaderWays.write(stored.ways(), stored.key(KeyPurpose.BACKUP));
    }

    /**
     * The key of a backup that is being made.
     *
     * @param salt random, in the header
     * @throws KeyManagerUnavailable unless the Key Manager is running
     */
    public SecretBytes key(byte[] salt) {
        return ring.use(running -> SubKey.derive(running.backupKey(), salt, PURPOSE));
    }

    /**
     * The key of a backup that was made.
     *
     * @throws WrongStartupPassword when the password is not that of the backup
     * @throws WrongShare when a share is not of the backup's set
     * @throws SharesRefused when shares are too few
     */
    public SecretBytes key(Map<String, String> header, BackupSecret secret, byte[] salt) {
        try (MasterKeys masters = doorkeeper.admit(HeaderWays.ways(header), secret.opening());
                SecretBytes backupKey = custody.secret(HeaderWays.backupKey(header), masters)) {
            return SubKey.derive(backupKey, salt, PURPOSE);
        }
    }

    /**
     * Takes the organisation's service for the server that is being restored.
     *
     * @throws WrongKeyManagerState unless there is no Key Manager yet
     * @throws org.sealpost.lease.HeldElsewhere when another server sets one up or restores
     */
    public void requireEmpty() {
        if (ring.state() != KeyManagerState.NOT_SET_UP) {
            throw new WrongKeyManagerState(ring.state());
        }
        activation.claim();
    }

    /** The database holds a restored Key Manager: it is found and opened. */
    public void restored(BackupSecret secret, String backup) {
        keyManager.restored(secret.opening(), backup);
    }
}
