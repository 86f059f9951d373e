package org.sealpost.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.MailboxVerb;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.model.TokenTerms;

/**
 * Tokens that bring a mailbox's key history back. Such a token was shown when the recovery was asked for and counts from
 * the moment on in which the officers have agreed; all that is known of it here is its hash.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RecoveryTokens {
    @Inject
    MailboxRepository mailboxes;

    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    Clock clock;

    /**
     * Whether the mailbox is in a state in which its keys can be recovered.
     *
     * @throws org.sealpost.model.WrongMailboxState unless it is
     */
    public Mailbox recoverable(MailboxId id) {
        Mailbox mailbox = mailboxes.byId(id).orElseThrow(() -> new MailboxNotKnown(id));
        mailbox.check(MailboxVerb.RECOVER);
        return mailbox;
    }

    /**
     * From now on the token counts, and every older one is dead.
     *
     * @param hash of the token
     * @param issuedBy login name of whoever asked for the recovery
     * @return until when it can be redeemed
     * @throws org.sealpost.model.WrongMailboxState when the mailbox cannot be recovered (any more)
     */
    public Instant putIntoForce(MailboxId id, byte[] hash, String issuedBy) {
        Instant now = clock.instant();
        Instant until = now.plus(TokenDesk.LIFETIME);
        Mailbox mailbox = mailboxes.lock(id).orElseThrow(() -> new MailboxNotKnown(id));
        tokens.replaceLive(mailbox.recover(new TokenTerms(hash, issuedBy, now, until)));
        return until;
    }

    /** Whether the mailbox still waits for the redemption. */
    public boolean waiting(MailboxId id) {
        return mailboxes.byId(id).map(Mailbox::state).orElse(MailboxState.NOT_ENABLED) == MailboxState.RECOVERING;
    }
}
