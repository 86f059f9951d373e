package org.sealpost.bulk;

import java.util.Optional;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.BulkItemReason;

/**
 * Somebody who was chosen, as far as the directory can tell.
 *
 * @param address as it was given, or as the directory has it
 * @param name for people; may be empty
 * @param found the mailbox, empty when there is a reason against it
 * @param against why it cannot be taken
 */
record Candidate(String address, String name, Optional<DirectoryEntry> found, Optional<BulkItemReason> against) {
    static Candidate of(DirectoryEntry entry) {
        return new Candidate(entry.address(), entry.displayName(), Optional.of(entry), Optional.empty());
    }

    static Candidate without(String address, String name, String code) {
        return new Candidate(address, name, Optional.empty(), Optional.of(new BulkItemReason(code, "")));
    }
}
