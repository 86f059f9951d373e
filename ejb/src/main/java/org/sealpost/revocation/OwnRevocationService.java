package org.sealpost.revocation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.Serial;
import org.sealpost.pki.RevocationReason;

/**
 * Owners end their own certificates through a standard protocol, vouched for by their signing key. Nobody has to agree:
 * whoever fears for a key must not have to wait.
 */
@Stateless
@RolesAllowed(EnrolmentService.PROTOCOL)
public class OwnRevocationService {
    @Inject
    Revoking revoking;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    KeyRing keys;

    @Inject
    ListPublisher publisher;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Revokes every certificate of the mailbox; throws as {@link Revoking#end}.
     *
     * @param owner whom the log names
     */
    public void revoke(MailboxId id, @Valid Revocation revocation, String owner) {
        int ended = revoking.end(RevokePayload.of(id, revocation));
        String details = revocation.cause() + ", " + ended + " certificates: " + revocation.reason();
        audit.success(owner, Act.REVOKE, revoking.label(id), details, Grounds.NONE);
    }

    /**
     * Revokes one certificate that its owner has replaced by a newer one in force.
     *
     * @param owner whom the log names
     * @throws StillNeeded when there is no newer one
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    public void revokeReplaced(Serial serial, String owner) {
        keys.requireRunning();
        Instant now = clock.instant();
        IssuedCertificate ended = certificates.bySerial(serial).orElseThrow();
        Mailbox mailbox = mailboxes.lock(ended.mailbox()).orElseThrow(() -> new NothingToRevoke(ended.mailbox()));
        boolean replaced = certificates
                .inForce(ended.mailbox(), ended.profile(), now)
                .filter(newest -> !newest.equals(ended))
                .isPresent();
        if (!replaced) {
            throw new StillNeeded(serial);
        }
        ended.revoke(RevocationReason.SUPERSEDED, now, Optional.empty());
        publisher.soon();
        audit.success(owner, Act.REVOKE, mailbox.label(), "SUPERSEDED, " + serial, Grounds.NONE);
    }
}
