package org.sealpost.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;
import org.sealpost.model.BulkItem;
import org.sealpost.model.BulkRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.OneTimeToken;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.notice.KeyManagerMail;
import org.sealpost.protocol.TokenCode;

/**
 * Puts tokens into the mailboxes that they are for. Each is one transaction with its mark on the token and its entry in
 * the log, so that whatever interrupts a series, nobody gets a token twice without being meant to.
 */
@ApplicationScoped
@Transactional
class TokenMail {
    @Inject
    BulkRepository runs;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    TokenStore store;

    @Inject
    TokenLetters letters;

    @Inject
    KeyManagerMail mail;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Places of a run that is over whose tokens are still here, in their order. */
    List<BulkItem.Key> places(long run) {
        return store.kept(run).stream().map(BulkItem::id).toList();
    }

    /** Sends the token of a place in a run. */
    Fate send(BulkItem.Key place, boolean again) {
        BulkItem item = runs.lock(place).orElseThrow(() -> new NoSuchBulkRun(place.run()));
        if (item.sealedToken().isEmpty()) {
            return Fate.ENDED;
        }
        return send(item.mailbox().orElseThrow(), store.open(item), "bulk run " + place.run(), again);
    }

    /**
     * Sends a token that somebody has just been shown.
     *
     * @throws TokenNotLive when it is not the one that counts for a mailbox of that address
     * @throws TokenMailedBefore when it was sent before, unless it is to be sent again
     */
    void send(String address, TokenCode code, boolean again) {
        OneTimeToken live = mailboxes.byAddress(address).stream()
                .map(Mailbox::id)
                .flatMap(id -> live(id, code).stream())
                .findFirst()
                .orElseThrow(() -> new TokenNotLive(address));
        TokenToTake token = new TokenToTake(address, address, code.text(), live.expiresAt());
        switch (send(live.mailbox(), token, "", again)) {
            case SENT_BEFORE -> throw new TokenMailedBefore(address);
            case ENDED -> throw new TokenNotLive(address);
            case SENT -> {}
        }
    }

    /** Keeps the text in the Sent of who had it sent: as it is written, with the places where tokens went. */
    void keepCopy(MailboxId owner, String recipients) {
        mail.keep(owner, recipients, letters.subject(), store.text());
    }

    private Fate send(MailboxId id, TokenToTake token, String series, boolean again) {
        Instant now = clock.instant();
        Optional<OneTimeToken> live = live(id, TokenCode.parse(token.token()));
        if (live.isEmpty()) {
            return Fate.ENDED;
        }
        if (!tokens.mail(live.get().id(), now, again)) {
            return Fate.SENT_BEFORE;
        }
        mail.put(id, letters.subject(), letters.fillAll(store.text(), token));
        audit.success(Act.MAIL_TOKEN, mailboxes.byId(id).orElseThrow().label(), series);
        return Fate.SENT;
    }

    private Optional<OneTimeToken> live(MailboxId id, TokenCode code) {
        Predicate<OneTimeToken> same = token -> token.matches(code.hash());
        return tokens.live(id).filter(same).filter(token -> token.isLive(clock.instant()));
    }

    /** What became of one token. */
    enum Fate {
        /** It lies in its mailbox. */
        SENT,
        /** It was sent before, and is not to be sent again. */
        SENT_BEFORE,
        /** It no longer counts. */
        ENDED
    }
}
