package org.sealpost.lock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import org.sealpost.audit.RecordedAs;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;
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
     */
    @StepUp
    @RecordedAs(Act.NEW_RECOVERY_SHARES)
    public List<HandedShare> prepareShares(Passphrase password, @Valid ShareOrder order) {
        try (NewShares shares = keeper.prepareShares(password, order)) {
            return shares.handed();
        }
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
     */
    @StepUp
    @RecordedAs(Act.ROTATE_MASTER_KEY)
    public void rotate(Passphrase password) {
        rotation.rotate(password);
    }
}
