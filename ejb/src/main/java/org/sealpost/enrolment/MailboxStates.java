package org.sealpost.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.crypto.MailProgram;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.Act;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxOptions;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.OneTimeToken;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.model.RoamingFileRepository;
import org.sealpost.pki.CertificateProfile;

/** What the Key Manager knows of mailboxes; each call is one short transaction. */
@ApplicationScoped
@Transactional
class MailboxStates {
    private static final MailboxOptions BOTH = new MailboxOptions(true, true);

    @Inject
    MailboxRepository mailboxes;

    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    RoamingFileRepository files;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    Map<MailboxId, Mailbox> of(Collection<MailboxId> ids) {
        return mailboxes.byIds(ids);
    }

    Map<MailboxState, Long> counts() {
        return mailboxes.counts();
    }

    OwnSecurity security(DirectoryEntry entry) {
        Optional<Mailbox> known = mailboxes.byId(entry.id());
        return new OwnSecurity(
                entry,
                known.map(Mailbox::state).orElse(MailboxState.NOT_ENABLED),
                known.map(Mailbox::options).orElse(BOTH),
                known.map(Mailbox::mailProgram).orElse(MailProgram.SEALPOST),
                tokens.live(entry.id())
                        .filter(token -> token.isLive(clock.instant()))
                        .map(OneTimeToken::expiresAt),
                certificates.history(entry.id()).stream()
                        .map(OwnSecurity.CertificateLine::of)
                        .toList(),
                files.of(entry.id()).isPresent());
    }

    void choose(MailboxId id, MailboxOptions options) {
        mailboxes.lock(id).orElseThrow(() -> new MailboxNotKnown(id)).choose(options);
    }

    /** What is sealed to the mailbox from now on can be read with that program. */
    void readWith(MailboxId id, MailProgram program) {
        Mailbox mailbox = mailboxes.lock(id).orElseThrow(() -> new MailboxNotKnown(id));
        mailbox.readWith(program);
        certificates.history(id).stream()
                .filter(certificate -> certificate.profile() == CertificateProfile.ENCRYPTION)
                .forEach(certificate -> certificate.readBy(program.capabilities()));
        audit.success(Act.CHOOSE_MAIL_PROGRAM, mailbox.label(), program.name());
    }

    /** Moves mailboxes whose certificates all ran out, at most {@code limit} of them. */
    void expire(int limit) {
        List<Mailbox> runOut = mailboxes.runOut(clock.instant(), limit);
        runOut.forEach(mailbox -> mailbox.expire(clock.instant()));
        runOut.forEach(mailbox -> audit.success(Act.EXPIRE, mailbox.label(), ""));
    }
}
