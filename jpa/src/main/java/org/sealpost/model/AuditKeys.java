package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;

/**
 * What an entry is found by, in lower case. A subject is an address with the mailbox's id after it, or either alone, so
 * its first and its last word are kept. Not part of the hash: all of it follows from what is.
 */
@Embeddable
record AuditKeys(
        @Column(name = "actor_key", nullable = false) String actor,
        @Column(name = "subject_key", nullable = false) String subject,
        @Column(name = "mailbox_key", nullable = false) String mailbox) {

    static AuditKeys of(AuditRecord said) {
        String subject = lower(said.subject());
        return new AuditKeys(lower(said.actor()), subject, subject.substring(subject.lastIndexOf(' ') + 1));
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
