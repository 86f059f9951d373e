package org.sealpost.lock;

import java.util.List;
import org.sealpost.assembly.Assembly;
import org.sealpost.crypto.Passphrase;
import org.sealpost.pki.KeyType;

/** The lock, for tests of other packages. */
public final class TestLock {
    private final Assembly assembly;
    private final KeyManager keyManager;

    public TestLock(Assembly assembly) {
        this.assembly = assembly;
        this.keyManager = assembly.get(KeyManager.class);
    }

    /** @return the recovery shares */
    public List<HandedShare> setUp(Passphrase password) {
        SetUp setUp = new SetUp("Corp", KeyType.EC_P256, ShareOrder.TWO_OF_THREE, password);
        try (NewShares shares = assembly.inTransaction(() -> keyManager.setUp(setUp))) {
            return shares.handed();
        }
    }

    public void changePassword(String old, String changed) {
        try (Passphrase was = Passphrase.copyOf(old);
                Passphrase will = Passphrase.copyOf(changed)) {
            assembly.run(() -> assembly.get(Keeper.class).changePassword(was, will));
        }
    }

    /** The server was started anew, and an administrator unlocks it. */
    public void unlock(Passphrase password) {
        assembly.run(keyManager::find);
        assembly.run(() -> keyManager.unlock(new Opening.ByPassword(password)));
    }

    public void stop() {
        assembly.run(keyManager::stop);
    }

    /** As an administrator does after a stop. */
    public void start(Passphrase password) {
        assembly.run(() -> keyManager.start(new Opening.ByPassword(password)));
    }
}
