package org.sealpost.lock;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import org.sealpost.audit.RecordedAs;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;

/**
 * The Key Manager for its administrators. Hardening a password and making keys take their time, so these verbs run
 * outside transactions and open short ones where something is written. Passwords stay the caller's to close.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyManagerService {
    @Inject
    KeyManager keyManager;

    /** What the Key Manager can do now. */
    @PermitAll
    public KeyManagerStatus status() {
        return keyManager.status();
    }

    /**
     * Sets the organisation's Key Manager up; it runs afterwards.
     *
     * @throws WrongKeyManagerState when there is one already
     * @throws ShortStartupPassword when the password is too short
     */
    @RolesAllowed("km-admin")
    @RecordedAs(Act.SET_UP)
    public void setUp(@Valid SetUp setUp) {
        keyManager.setUp(setUp);
    }

    /**
     * Gives the start-up password after the server's start.
     *
     * @throws WrongKeyManagerState unless it is locked
     * @throws WrongStartupPassword when the password does not fit
     * @throws TooManyTries when the last wrong one was too short a time ago
     */
    @RolesAllowed("km-admin")
    @RecordedAs(Act.UNLOCK)
    public void unlock(Passphrase password) {
        keyManager.unlock(password);
    }

    /**
     * Takes the keys out of memory; sending and opening mail goes on.
     *
     * @throws WrongKeyManagerState unless it is running
     */
    @RolesAllowed("km-admin")
    @RecordedAs(Act.STOP)
    public void stop() {
        keyManager.stop();
    }

    /**
     * Starts it again after a stop; throws as {@link #unlock}.
     *
     * @throws WrongKeyManagerState unless it is stopped
     */
    @RolesAllowed("km-admin")
    @RecordedAs(Act.START)
    public void start(Passphrase password) {
        keyManager.start(password);
    }
}
