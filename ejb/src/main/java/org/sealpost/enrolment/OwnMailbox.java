package org.sealpost.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sealpost.audit.Caller;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.MailboxNotKnown;

/** The mailbox of whoever is logged in; asks the directory, so not inside a transaction. */
@ApplicationScoped
public class OwnMailbox {
    @Inject
    Directory directory;

    @Inject
    Caller caller;

    /** @throws MailboxNotKnown when the login has no mailbox */
    public DirectoryEntry entry() {
        String login = caller.name();
        return directory.byLogin(login).orElseThrow(() -> new MailboxNotKnown(login));
    }
}
