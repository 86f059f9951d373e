package org.sealpost.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;

/** What the directory says of the mailbox that a token or a certificate is for; not inside a transaction. */
@ApplicationScoped
class Mailboxes {
    @Inject
    Directory directory;

    /** @throws MailboxNotKnown when the directory does not have it any more */
    DirectoryEntry entry(MailboxId mailbox) {
        return directory.byId(mailbox).orElseThrow(() -> new MailboxNotKnown(mailbox));
    }
}
