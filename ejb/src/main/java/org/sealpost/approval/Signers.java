package org.sealpost.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.sealpost.audit.Caller;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.Signatory;

/** Who asks and agrees, as the directory knows them at this moment; not inside a transaction. */
@ApplicationScoped
class Signers {
    @Inject
    Directory directory;

    @Inject
    Caller caller;

    /** @throws MailboxNotKnown when the directory does not know whoever is logged in */
    Signatory current() {
        String login = caller.name();
        return directory
                .byLogin(login)
                .map(entry -> new Signatory(entry.id(), login, entry.displayName()))
                .orElseThrow(() -> new MailboxNotKnown(login));
    }

    /** Whether the directory gives that person the role now, whatever the session was given at log-in. */
    boolean has(MailboxId person, String role) {
        return directory.roles(person).contains(role);
    }

    /** Everybody whom the directory gives the role now. */
    List<MailboxId> holders(String role) {
        return directory.holders(role).stream().map(DirectoryEntry::id).toList();
    }
}
