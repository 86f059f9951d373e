package org.sealpost.revocation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Audited;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.notice.Notice;
import org.sealpost.notice.Notices;
import org.sealpost.stepup.StepUp;

/** Ends the certificates of a mailbox before their time, and publishes what is revoked. */
@Stateless
public class RevocationService {
    @Inject
    MailboxRepository mailboxes;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    KeyRing keys;

    @Inject
    RevocationLists lists;

    @Inject
    ListPublisher publisher;

    @Inject
    Notices notices;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Revokes every certificate of the mailbox: all of it or nothing. A token that is out dies too. From the commit on
     * nothing is sealed to the mailbox and nothing signed by it is sent; the lists that tell others are signed right
     * after it.
     *
     * @throws NothingToRevoke when Advanced Security was never enabled for the mailbox
     * @throws FutureCompromise when the instant of compromise lies ahead
     * @throws org.sealpost.model.WrongMailboxState when there is nothing in force
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @RolesAllowed("mailbox-admin")
    @StepUp
    @Audited(Act.REVOKE)
    public void revoke(MailboxId id, @Valid Revocation revocation) {
        keys.requireRunning();
        Instant now = clock.instant();
        revocation.since().filter(now::isBefore).ifPresent(since -> {
            throw new FutureCompromise(since);
        });
        Mailbox mailbox = mailboxes.lock(id).orElseThrow(() -> new NothingToRevoke(id));
        mailbox.revoke(revocation.cause(), now);
        tokens.withdrawLive(id, now);
        List<IssuedCertificate> ended = certificates.history(id);
        ended.forEach(one -> one.revoke(revocation.cause().reason(), now, revocation.since()));
        notices.tell(id, Notice.revoked(now, revocation.cause()));
        audit.success(Act.REVOKE, mailbox.label(), describe(revocation, ended.size()));
        publisher.soon();
    }

    /**
     * Signs a new list now, whatever its age.
     *
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @RolesAllowed("km-admin")
    public void signNow() {
        lists.signNow();
    }

    /** The revocation list that is served in every state of the Key Manager; empty before the first was signed. */
    @PermitAll
    public Optional<CurrentList> currentList() {
        return lists.current();
    }

    private static String describe(Revocation revocation, int certificates) {
        return revocation.cause()
                + revocation.since().map(since -> " since " + since).orElse("") + ", " + certificates
                + " certificates: " + revocation.reason();
    }
}
