package org.sealpost.bulk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.sealpost.audit.Audited;
import org.sealpost.model.Act;
import org.sealpost.model.TokenLetter;
import org.sealpost.stepup.StepUp;

/**
 * Handing over the tokens of a bulk run that is over: as letters or as a list, as often as needed until somebody confirms
 * that they have arrived, and for 24 hours at most. Then they are wiped; whoever lost a token gets a new one.
 */
@Stateless
@RolesAllowed("mailbox-admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkTokenService {
    @Inject
    TokenStore store;

    @Inject
    TokenLetters letters;

    /**
     * One PDF with a page for each mailbox.
     *
     * @throws NoTokensToTake when the run goes on, or its tokens are wiped
     * @throws org.sealpost.lock.KeyManagerUnavailable while the Key Manager is locked
     */
    @StepUp
    @Audited(Act.TAKE_TOKENS)
    public byte[] letters(long run) {
        return letters.write(store.take(run, "letters"), store.text());
    }

    /** A table for mail-merge in UTF-8: address, name, token, expires; throws as {@link #letters}. */
    @StepUp
    @Audited(Act.TAKE_TOKENS)
    public byte[] list(long run) {
        return TokenList.write(store.take(run, "list"));
    }

    /** They have arrived: they are wiped here. */
    @Audited(Act.WIPE_TOKENS)
    public void confirm(long run) {
        store.wipe(run);
    }

    /** The text of the letter: the organisation's own, or the standard one in its language. */
    public String letterText() {
        return store.text();
    }

    /** @throws LetterWithoutToken when it does not say where the token goes */
    @Audited(Act.CHANGE_LETTER)
    public void changeLetter(@NotBlank @Size(max = TokenLetter.MAX_TEXT) String text) {
        store.change(text);
    }
}
