package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Somebody a job delivers to, as the directory knew them when the message was sent.
 *
 * @param mailbox value of the mailbox's id
 * @param part in which list of the message the recipient stands
 */
@Embeddable
public record JobRecipient(
        @Column(name = "mailbox", nullable = false) String mailbox,
        @Column(name = "address", nullable = false) String address,
        @Column(name = "name", nullable = false) String name,

        @Enumerated(EnumType.STRING) @Column(name = "part", nullable = false)
        RecipientPart part) {

    public MailboxId id() {
        return new MailboxId(mailbox);
    }

    /** Blind copies are everybody's secret but the sender's. */
    public boolean blind() {
        return part == RecipientPart.BCC;
    }
}
