package org.sealpost.bulk;

import java.util.Optional;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.BulkItemReason;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;

/**
 * Somebody who was chosen, as far as the directory can tell, or for revoking the Key Manager.
 *
 * @param address as it was given, or as the directory has it
 * @param name for people; may be empty
 * @param id of the mailbox, empty when there is a reason against it
 * @param against why it cannot be taken
 */
record Candidate(String address, String name, Optional<MailboxId> id, Optional<BulkItemReason> against) {
    static Candidate of(DirectoryEntry entry) {
        return new Candidate(entry.address(), entry.displayName(), Optional.of(entry.id()), Optional.empty());
    }

    /** Somebody whom the directory no longer has. */
    static Candidate departed(Mailbox mailbox) {
        return new Candidate(mailbox.address(), "", Optional.of(mailbox.id()), Optional.empty());
    }

    static Candidate without(String address, String name, String code) {
        return new Candidate(address, name, Optional.empty(), Optional.of(new BulkItemReason(code, "")));
    }
}
