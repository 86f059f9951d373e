package org.sealpost.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.RoamingFile;
import org.sealpost.model.RoamingFileRepository;

/** Security files that users left on the server; each call is one transaction with its entry in the log. */
@ApplicationScoped
@Transactional
class RoamingFiles {
    @Inject
    RoamingFileRepository files;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    Optional<byte[]> load(MailboxId id) {
        return files.of(id).map(RoamingFile::content);
    }

    void store(MailboxId id, Act act, byte[] content) {
        Mailbox mailbox = mailboxes.lock(id).orElseThrow(() -> new MailboxNotKnown(id));
        files.keep(id, content, clock.instant());
        audit.success(act, mailbox.label(), "");
    }

    void delete(MailboxId id) {
        Mailbox mailbox = mailboxes.lock(id).orElseThrow(() -> new MailboxNotKnown(id));
        files.remove(files.of(id).orElseThrow(NoRoamingFile::new));
        audit.success(Act.DELETE_SECURITY_FILE, mailbox.label(), "");
    }
}
