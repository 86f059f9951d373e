package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;

/**
 * What an entry is found by, in lower case. A subject is {@linkplain Mailbox#label() an address with the mailbox's id in
 * brackets after it}, or either alone, so its first and its last word are kept, without brackets. Not part of the hash:
 * all of it follows from what is.
 */
@Embeddable
record AuditKeys(
        @Column(name = "actor_key", nullable = false) String actor,
        @Column(name = "subject_key", nullable = false) String subject,
        @Column(name = "mailbox_key", nullable = false) String mailbox) {

    static AuditKeys of(AuditRecord said) {
        String subject = lower(said.subject());
        return new AuditKeys(
                lower(said.actor()), subject, withoutBrackets(subject.substring(subject.lastIndexOf(' ') + 1)));
    }

    private static String withoutBrackets(String word) {
        return word.startsWith("(") && word.endsWith(")") ? word.substring(1, word.length() - 1) : word;
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
