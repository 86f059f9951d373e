package org.sealpost.smime;

import javax.security.auth.DestroyFailedException;
import javax.security.auth.Destroyable;

/** Wiping of key objects. */
final class Keys {

    private Keys() {}

    /** Destroys a key where its provider can; most of the JDK's cannot and leave it to the garbage collector. */
    static void destroy(Destroyable key) {
        try {
            key.destroy();
        } catch (DestroyFailedException e) {
            // nothing more can be done, and the caller is closing: there is nobody to tell
            return;
        }
    }
}
