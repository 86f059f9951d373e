package org.sealpost.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxVerb;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.model.PartnerId;
import org.sealpost.notice.Notice;
import org.sealpost.notice.Notices;

/** Ends the certificates of one mailbox; each call is one transaction, or part of the caller's. */
@ApplicationScoped
@Transactional
class Revoking {
    @Inject
    MailboxRepository mailboxes;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    RevokingPartners partners;

    @Inject
    KeyRing keys;

    @Inject
    ListPublisher publisher;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    /** The mailbox's name in the audit log. @throws NothingToRevoke when the feature was never enabled for it */
    String label(MailboxId id) {
        return PartnerId.is(id)
                ? partners.label(id)
                : mailboxes.byId(id).orElseThrow(() -> new NothingToRevoke(id)).label();
    }

    /** Refuses what could not be done now; throws as {@link #end}. */
    void check(RevokePayload revocation) {
        keys.requireRunning();
        MailboxId id = revocation.mailbox();
        if (PartnerId.is(id)) {
            partners.label(id);
        } else {
            mailboxes.byId(id).orElseThrow(() -> new NothingToRevoke(id)).check(MailboxVerb.REVOKE);
        }
        Instant now = clock.instant();
        revocation.since().filter(now::isBefore).ifPresent(since -> {
            throw new FutureCompromise(since);
        });
    }

    /**
     * Revokes every certificate of the mailbox: all of it or nothing. A token that is out dies too. From the commit on
     * nothing is sealed to the mailbox and nothing signed by it is sent; the lists that tell others are signed right
     * after it.
     *
     * @return how many certificates there were
     * @throws NothingToRevoke when Advanced Security was never enabled for the mailbox
     * @throws FutureCompromise when the instant of compromise lies ahead
     * @throws org.sealpost.model.WrongMailboxState when there is nothing in force
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    int end(RevokePayload revocation) {
        int ended = endUnlisted(revocation);
        publisher.soon();
        return ended;
    }

    /** As {@link #end}, without signing lists right after it: for many at once. */
    int endUnlisted(RevokePayload revocation) {
        MailboxId id = revocation.mailbox();
        if (PartnerId.is(id)) {
            check(revocation);
            return partners.end(revocation);
        }
        Mailbox mailbox = mailboxes.lock(id).orElseThrow(() -> new NothingToRevoke(id));
        check(revocation);
        Instant now = clock.instant();
        mailbox.revoke(revocation.cause(), now);
        tokens.withdrawLive(id, now);
        List<IssuedCertificate> ended = certificates.history(id);
        ended.forEach(one -> one.revoke(revocation.cause().reason(), now, revocation.since()));
        notices.tell(id, Notice.revoked(now, revocation.cause()));
        return ended.size();
    }
}
