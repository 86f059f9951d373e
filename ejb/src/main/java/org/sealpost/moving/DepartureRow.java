package org.sealpost.moving;

import java.time.Instant;
import java.util.Optional;
import org.sealpost.model.DepartureState;
import org.sealpost.model.ExportedMailbox;
import org.sealpost.model.MailboxId;

/**
 * A mailbox of an export.
 *
 * @param keys how many go with it
 * @param movedAt when the other Key Manager's receipt was taken
 */
public record DepartureRow(
        MailboxId mailbox, String address, DepartureState state, int keys, Optional<Instant> movedAt) {
    static DepartureRow of(ExportedMailbox mailbox) {
        return new DepartureRow(
                mailbox.mailbox(), mailbox.address(), mailbox.state(), mailbox.keys(), mailbox.movedAt());
    }
}
