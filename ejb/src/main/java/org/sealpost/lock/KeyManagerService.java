package org.sealpost.lock;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Permit;
import org.sealpost.approval.Requested;
import org.sealpost.audit.Audited;
import org.sealpost.audit.RecordedAs;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.stepup.StepUp;

/**
 * The Key Manager for its administrators. Hardening a password and making keys take their time, so these verbs run
 * outside transactions and open short ones where something is written. Passwords stay the caller's to close.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyManagerService {
    @Inject
    KeyManager keyManager;

    @Inject
    Approvals approvals;

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
     * @throws org.sealpost.approval.ApprovalNeeded when others have to allow it and have not
     */
    @RolesAllowed("km-admin")
    @RecordedAs(Act.UNLOCK)
    @StepUp
    public void unlock(Passphrase password) {
        Permit permit = approvals.permit(SensitiveVerb.UNLOCK, KeyManager.SUBJECT);
        keyManager.unlock(password);
        approvals.used(permit);
    }

    /**
     * Asks others to allow unlocking or starting, where the policy says so.
     *
     * @param reason may be empty unless the policy asks for it
     * @param ticket may be empty unless the policy asks for it
     */
    @RolesAllowed("km-admin")
    @StepUp
    @Audited(Act.REQUEST_APPROVAL)
    public Requested askToUnlock(String reason, String ticket) {
        return approvals.request(SensitiveVerb.UNLOCK, KeyManager.SUBJECT, "{}", reason, ticket);
    }

    /**
     * Takes the keys out of memory; sending and opening mail goes on.
     *
     * @throws WrongKeyManagerState unless it is running
     */
    @RolesAllowed("km-admin")
    @RecordedAs(Act.STOP)
    @StepUp
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
    @StepUp
    public void start(Passphrase password) {
        Permit permit = approvals.permit(SensitiveVerb.UNLOCK, KeyManager.SUBJECT);
        keyManager.start(password);
        approvals.used(permit);
    }
}
