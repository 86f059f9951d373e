package org.sealpost.revocation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Audited;
import org.sealpost.model.Act;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.pki.RevocationReason;

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
    RevocationLists lists;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Revokes every certificate of the mailbox and signs a new list at once: all of it or nothing. A token that is out
     * dies too.
     *
     * @throws NothingToRevoke when Advanced Security was never enabled for the mailbox
     * @throws org.sealpost.model.WrongMailboxState when there is nothing in force
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @RolesAllowed("mailbox-admin")
    @Audited(Act.REVOKE)
    public void revoke(MailboxId id, RevocationReason reason) {
        Instant now = clock.instant();
        Mailbox mailbox = mailboxes.lock(id).orElseThrow(() -> new NothingToRevoke(id));
        mailbox.revoke(now);
        tokens.withdrawLive(id, now);
        certificates.history(id).forEach(certificate -> certificate.revoke(reason, now));
        lists.sign();
        audit.success(Act.REVOKE, mailbox.address() + " " + id, reason.name());
    }

    /**
     * Signs a new list now, whatever its age.
     *
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @RolesAllowed("km-admin")
    public void signNow() {
        lists.sign();
    }

    /** The revocation list that is served in every state of the Key Manager; empty before the first was signed. */
    @PermitAll
    public Optional<CurrentList> currentList() {
        return lists.current();
    }
}
