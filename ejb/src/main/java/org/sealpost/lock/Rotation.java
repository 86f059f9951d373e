package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sealpost.audit.Audited;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;
import org.sealpost.model.WrappedKey;

/**
 * Replaces the master key. First the new version is sealed to every way that opens the Key Manager; then each key that
 * hangs under the old one is moved, in a transaction of its own; the old version goes when nothing hangs under it. A
 * crash in between loses nothing: both versions open together, and the next opening goes on where it stopped.
 */
@ApplicationScoped
class Rotation {
    @Inject
    RotationStore store;

    @Inject
    Custody custody;

    @Inject
    Doorkeeper doorkeeper;

    @Inject
    KeyManagerStore keyManager;

    /**
     * Replaces the master key, or goes on with a replacement that was broken off.
     *
     * @throws WrongStartupPassword when the password is wrong
     */
    @Audited(Act.ROTATE_MASTER_KEY)
    synchronized void rotate(Passphrase password) {
        try (MasterKeys masters = doorkeeper.admit(keyManager.stored().ways(), new Opening.ByPassword(password))) {
            if (masters.versions().size() == 1) {
                int next = masters.newest() + 1;
                masters.add(next, custody.newMaster());
                store.begin(masters);
            }
            moveAll(masters);
        }
    }

    /** Goes on with a replacement that was broken off, if there is one; the master key was just opened. */
    synchronized void resume(MasterKeys masters) {
        if (masters.versions().size() > 1) {
            moveAll(masters);
        }
    }

    private void moveAll(MasterKeys masters) {
        int newest = masters.newest();
        for (WrappedKey key : store.left(newest)) {
            store.move(key.purpose(), newest, custody.rewrapped(key, masters, newest));
        }
        store.finish(newest);
    }
}
