package org.sealpost.lock;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Permit;
import org.sealpost.approval.Requested;
import org.sealpost.audit.Audited;
import org.sealpost.audit.RecordedAs;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.RecoveryShare;
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
    Succession succession;

    @Inject
    Approvals approvals;

    /** What the Key Manager can do now. */
    @PermitAll
    public KeyManagerStatus status() {
        return keyManager.status();
    }

    /** Which server is the organisation's one running Key Manager. */
    @PermitAll
    public ServiceStanding standing() {
        return succession.standing();
    }

    /**
     * Hands the service over to another server on the same database: this one wipes its keys and lets others go first
     * for half a minute.
     *
     * @throws WrongKeyManagerState unless it runs here
     */
    @RolesAllowed("km-admin")
    @RecordedAs(Act.HAND_OVER)
    @StepUp
    public void handOver() {
        keyManager.handOver();
    }

    /**
     * Begins to set the organisation's Key Manager up: makes everything, stores nothing.
     *
     * @return the recovery shares, to be shown now and never again
     * @throws WrongKeyManagerState when there is one already
     * @throws ShortStartupPassword when the password is too short
     */
    @RolesAllowed("km-admin")
    @RecordedAs(Act.SET_UP)
    public List<HandedShare> prepare(@Valid SetUp setUp) {
        try (NewShares shares = keyManager.prepare(setUp)) {
            return shares.handed();
        }
    }

    /** How many shares the proof of a prepared set-up takes, 0 when none was prepared. */
    @RolesAllowed("km-admin")
    public int sharesToProve() {
        return keyManager.sharesToProve();
    }

    /** Drops a prepared set-up, to begin anew. */
    @RolesAllowed("km-admin")
    public void dropPrepared() {
        keyManager.dropPrepared();
    }

    /**
     * Completes the set-up; the Key Manager runs afterwards.
     *
     * @throws WrongKeyManagerState when there is one already
     * @throws NothingPrepared when nothing was prepared, or too long ago
     * @throws WrongStartupPassword when the password does not open it
     * @throws SharesRefused when shares are too few
     * @throws WrongShare when one of the shares is wrong
     */
    @RolesAllowed("km-admin")
    @RecordedAs(Act.SET_UP)
    public void complete(@Valid Proof proof) {
        keyManager.complete(proof);
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
        keyManager.unlock(new Opening.ByPassword(password));
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
        keyManager.start(new Opening.ByPassword(password));
        approvals.used(permit);
    }

    /**
     * Opens with the token, after the server's start or after a stop.
     *
     * @throws WrongKeyManagerState when it runs or is not set up
     * @throws NoSuchWay when no token was added
     * @throws WrongTokenPin when the token refuses the PIN
     * @throws TokenUnavailable when it does not answer
     */
    @RolesAllowed("km-admin")
    @RecordedAs(Act.UNLOCK)
    @StepUp
    public void openByToken(Passphrase pin) {
        Permit permit = approvals.permit(SensitiveVerb.UNLOCK, KeyManager.SUBJECT);
        if (status().state() == KeyManagerState.STOPPED) {
            keyManager.start(new Opening.ByToken(pin));
        } else {
            keyManager.unlock(new Opening.ByToken(pin));
        }
        approvals.used(permit);
    }

    /**
     * Opens with recovery shares in the place of a lost start-up password, which a new one replaces. Works while the
     * Key Manager runs, too; only then nobody has to allow it, because no key comes into memory by it.
     *
     * @throws SharesRefused when shares are too few
     * @throws WrongShare when one of them is wrong
     * @throws ShortStartupPassword when the new password is too short
     * @throws org.sealpost.approval.ApprovalNeeded when others have to allow it and have not
     */
    @RolesAllowed("km-admin")
    @StepUp
    @RecordedAs(Act.RECOVER_STARTUP)
    public void recover(List<RecoveryShare> shares, Passphrase newPassword) {
        if (status().state() == KeyManagerState.RUNNING) {
            keyManager.recover(new Opening.ByShares(shares), newPassword);
            return;
        }
        Permit permit = approvals.permit(SensitiveVerb.UNLOCK, KeyManager.SUBJECT);
        keyManager.recover(new Opening.ByShares(shares), newPassword);
        approvals.used(permit);
    }
}
