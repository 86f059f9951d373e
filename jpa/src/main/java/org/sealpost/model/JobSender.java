package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Who sent a job's message.
 *
 * @param mailbox value of the mailbox's id
 * @param address as it stands in the message
 * @param name for people; may be empty
 */
@Embeddable
public record JobSender(
        @Column(name = "sender", nullable = false) String mailbox,
        @Column(name = "sender_address", nullable = false) String address,
        @Column(name = "sender_name", nullable = false) String name) {

    public MailboxId id() {
        return new MailboxId(mailbox);
    }
}
