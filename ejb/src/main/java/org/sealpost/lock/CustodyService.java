package org.sealpost.lock;

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
import org.sealpost.model.Act;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.stepup.StepUp;

/**
 * What opens the Key Manager, for its administrators: the start-up password, the recovery shares, a token. Hardening
 * takes its time, so these verbs run outside transactions and open short ones. Passwords stay the caller's to close.
 */
@Stateless
@RolesAllowed("km-admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CustodyService {
    @Inject
    Keeper keeper;

    @Inject
    Rotation rotation;

    @Inject
    Approvals approvals;

    /** What opens it now, and which version of the master key is in use. */
    public CustodyView view() {
        return keeper.view();
    }

    /**
     * Changes the start-up password.
     *
     * @throws WrongStartupPassword when the old one is wrong
     * @throws ShortStartupPassword when the new one is too short
     */
    @StepUp
    @RecordedAs(Act.CHANGE_STARTUP_PASSWORD)
    public void changePassword(Passphrase old, Passphrase changed) {
        keeper.changePassword(old, changed);
    }

    /**
     * Begins to hand out a new set of recovery shares; the present set stays valid until the new one is proved.
     *
     * @return the shares, to be shown now and never again
     * @throws WrongStartupPassword when the password is wrong
     * @throws SharesRefused when such a set cannot be
     * @throws org.sealpost.approval.ApprovalNeeded when others have to allow exactly these holders and have not
     */
    @StepUp
    @RecordedAs(Act.NEW_RECOVERY_SHARES)
    public List<HandedShare> prepareShares(Passphrase password, @Valid ShareOrder order) {
        Permit permit = approvals.permit(SensitiveVerb.NAME_SHARE_HOLDERS, order.label());
        try (NewShares shares = keeper.prepareShares(password, order)) {
            approvals.used(permit);
            return shares.handed();
        }
    }

    /**
     * Asks others to allow new recovery shares for these holders, where the policy says so.
     *
     * @param reason may be empty unless the policy asks for it
     * @param ticket may be empty unless the policy asks for it
     */
    @StepUp
    @Audited(Act.REQUEST_APPROVAL)
    public Requested askForShares(@Valid ShareOrder order, String reason, String ticket) {
        return approvals.request(SensitiveVerb.NAME_SHARE_HOLDERS, order.label(), order.label(), reason, ticket);
    }

    /** How many shares the proof of a prepared set takes, 0 when none was prepared. */
    public int sharesToProve() {
        return keeper.sharesToProve();
    }

    /** Drops a prepared set; the present one stays. */
    public void dropPrepared() {
        keeper.dropPrepared();
    }

    /**
     * Proves that enough of the new shares are at hand; from then on the old set opens nothing.
     *
     * @param typed shares as they were typed
     * @throws NothingPrepared when nothing was prepared, or too long ago
     * @throws SharesRefused when shares are too few
     * @throws WrongShare when one of them is wrong
     */
    @StepUp
    @RecordedAs(Act.NEW_RECOVERY_SHARES)
    public void proveShares(List<String> typed) {
        keeper.proveShares(typed);
    }

    /**
     * Lets the token open the Key Manager, in the place of one that did.
     *
     * @throws WrongStartupPassword when the password is wrong
     * @throws WrongTokenPin when the token refuses the PIN
     * @throws TokenUnavailable when no token is configured or it does not answer
     */
    @StepUp
    @RecordedAs(Act.ADD_TOKEN)
    public void addToken(Passphrase password, Passphrase pin) {
        keeper.addToken(password, pin);
    }

    /**
     * The token opens the Key Manager no longer.
     *
     * @throws WrongStartupPassword when the password is wrong
     * @throws NoSuchWay when no token did
     */
    @StepUp
    @RecordedAs(Act.REMOVE_TOKEN)
    public void removeToken(Passphrase password) {
        keeper.removeToken(password);
    }

    /**
     * Replaces the master key and moves everything that hangs under it; one that was broken off goes on.
     *
     * @throws WrongStartupPassword when the password is wrong
     * @throws CustodyChanged when somebody else did the same
     * @throws org.sealpost.approval.ApprovalNeeded when others have to allow it and have not
     */
    @StepUp
    @RecordedAs(Act.ROTATE_MASTER_KEY)
    public void rotate(Passphrase password) {
        Permit permit = approvals.permit(SensitiveVerb.ROTATE_MASTER_KEY, KeyManager.SUBJECT);
        rotation.rotate(password);
        approvals.used(permit);
    }

    /**
     * Asks others to allow replacing the master key, where the policy says so.
     *
     * @param reason may be empty unless the policy asks for it
     * @param ticket may be empty unless the policy asks for it
     */
    @StepUp
    @Audited(Act.REQUEST_APPROVAL)
    public Requested askToRotate(String reason, String ticket) {
        return approvals.request(SensitiveVerb.ROTATE_MASTER_KEY, KeyManager.SUBJECT, "{}", reason, ticket);
    }
}
