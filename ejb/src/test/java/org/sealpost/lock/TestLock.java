package org.sealpost.lock;

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

    public void setUp(Passphrase password) {
        assembly.run(() -> keyManager.setUp(new SetUp("Corp", KeyType.EC_P256, password)));
    }

    public void stop() {
        assembly.run(keyManager::stop);
    }
}
