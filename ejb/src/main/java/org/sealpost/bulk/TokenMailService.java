package org.sealpost.bulk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import org.sealpost.audit.Audited;
import org.sealpost.audit.Caller;
import org.sealpost.directory.Directory;
import org.sealpost.model.Act;
import org.sealpost.model.BulkItem;
import org.sealpost.protocol.TokenCode;
import org.sealpost.settings.TokenMailConfiguration;
import org.sealpost.stepup.StepUp;

/**
 * Sending tokens by mail, with the organisation's text of the letter, where whoever runs the server allows it. The sender's
 * copy in Sent has the text without a token. A token goes to its mailbox once; twice only when that is asked for.
 *
 * <p>All verbs that send throw {@link TokenMailForbidden} where it is not allowed.
 */
@Stateless
@RolesAllowed("mailbox-admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TokenMailService {
    @Inject
    TokenMailConfiguration configuration;

    @Inject
    TokenMail mail;

    @Inject
    Directory directory;

    @Inject
    Caller caller;

    /** Whether tokens may go by mail on this server. */
    public boolean allowed() {
        return configuration.allowed();
    }

    /**
     * Sends the tokens of a run that is over, each in a transaction of its own: what an interruption leaves is sent by
     * asking again.
     *
     * @param again whether also to those that were sent before
     * @throws NoTokensToTake when the run goes on, or its tokens are wiped
     * @throws org.sealpost.lock.KeyManagerUnavailable while the Key Manager is locked
     */
    @StepUp
    @Audited(Act.MAIL_TOKEN)
    public MailedTokens sendRun(long run, boolean again) {
        requireAllowed();
        MailedTokens told = MailedTokens.NONE;
        for (BulkItem.Key place : mail.places(run)) {
            told = told.and(mail.send(place, again));
        }
        if (told.sent() > 0) {
            keepCopy("bulk run " + run + ": " + told.sent());
        }
        return told;
    }

    /**
     * Sends a token that was just made to the mailbox that it is for.
     *
     * @param token as it is typed
     * @param again whether also when it was sent before
     * @throws TokenNotLive when it is not the one that counts for the mailbox
     * @throws TokenMailedBefore when it was sent before
     */
    @StepUp
    @Audited(Act.MAIL_TOKEN)
    public void send(@NotBlank String address, @NotBlank String token, boolean again) {
        requireAllowed();
        mail.send(address, TokenCode.parse(token), again);
        keepCopy(address);
    }

    private void keepCopy(String recipients) {
        directory.byLogin(caller.name()).ifPresent(sender -> mail.keepCopy(sender.id(), recipients));
    }

    private void requireAllowed() {
        if (!configuration.allowed()) {
            throw new TokenMailForbidden();
        }
    }
}
