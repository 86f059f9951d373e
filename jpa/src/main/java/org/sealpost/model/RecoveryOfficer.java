package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * One of the people who share the escrow key.
 *
 * @param holder number in the sharing, from 1 on
 * @param mailboxId value of the mailbox's id
 * @param name name for people when the officer was named
 */
@Embeddable
public record RecoveryOfficer(
        @Column(name = "holder", nullable = false) int holder,
        @Column(name = "mailbox", nullable = false) String mailboxId,
        @Column(name = "name", nullable = false) String name) {
    private static final int MAX_NAME = 400;

    public RecoveryOfficer {
        name = MessageLabel.cut(name, MAX_NAME);
    }

    public MailboxId mailbox() {
        return new MailboxId(mailboxId);
    }
}
