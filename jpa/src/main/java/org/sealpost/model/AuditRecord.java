package org.sealpost.model;

import java.time.Instant;

/**
 * What an audit entry says.
 *
 * @param at when, whole milliseconds
 * @param actor login name, or {@code system}
 * @param act what was done or tried
 * @param outcome how it ended
 * @param subject whom or what it was done to: a mailbox's address and id, a job, the service
 * @param details further values as text, without secrets; empty when there are none
 */
public record AuditRecord(Instant at, String actor, Act act, Outcome outcome, String subject, String details) {
    /** Longest subject in characters. */
    public static final int MAX_SUBJECT = 400;

    /** Longest details in characters. */
    public static final int MAX_DETAILS = 2000;

    /** Cuts what is too long, so that no entry is lost for its length. */
    public AuditRecord {
        at = Instant.ofEpochMilli(at.toEpochMilli());
        subject = cut(subject, MAX_SUBJECT);
        details = cut(details, MAX_DETAILS);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
