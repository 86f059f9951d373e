package org.sealpost.moving;

import org.sealpost.model.ArrivalState;
import org.sealpost.model.ImportedMailbox;
import org.sealpost.model.MailboxId;

/**
 * A mailbox of an import.
 *
 * @param position in the file, from 1 on
 * @param keys how many come with it
 */
public record ArrivalRow(int position, MailboxId mailbox, String address, ArrivalState state, int keys) {
    static ArrivalRow of(ImportedMailbox mailbox) {
        return new ArrivalRow(
                mailbox.position(), mailbox.mailbox(), mailbox.address(), mailbox.state(), mailbox.keys());
    }
}
