package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.model.OpeningKind;

/** Lets nobody at the master key without something that opens it, and makes whoever guesses wait longer each time. */
@ApplicationScoped
class Doorkeeper {
    @Inject
    OpeningWays ways;

    @Inject
    UnlockDelay delay;

    /**
     * Opens the master key.
     *
     * @return keys that the caller closes
     * @throws TooManyTries while the last wrong try is too short a time ago
     * @throws WrongStartupPassword when the password is wrong
     * @throws WrongShare when a share is of another set or mistyped
     */
    MasterKeys admit(StoredWays stored, Opening opening) {
        delay.check();
        try {
            MasterKeys opened = ways.open(stored, opening);
            delay.right();
            return opened;
        } catch (UnwrapFailed e) {
            long seconds = delay.wrong().toSeconds();
            if (opening.kind() == OpeningKind.PASSWORD) {
                throw new WrongStartupPassword(seconds);
            }
            throw e;
        } catch (WrongShare | WrongTokenPin e) {
            delay.wrong();
            throw e;
        }
    }
}
