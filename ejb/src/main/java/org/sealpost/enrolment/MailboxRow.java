package org.sealpost.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.MailboxState;

/**
 * A mailbox of the directory with its state, as the list of mailboxes shows it.
 *
 * @param entry what the directory says
 * @param state where it stands
 * @param changedAt when it came into that state; empty when it was never enabled
 */
public record MailboxRow(DirectoryEntry entry, MailboxState state, Optional<Instant> changedAt) {}
