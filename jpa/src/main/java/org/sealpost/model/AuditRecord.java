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
 * @param grounds who agreed and why, for what had to be asked for
 */
public record AuditRecord(
        Instant at, String actor, Act act, Outcome outcome, String subject, String details, Grounds grounds) {
    /** Longest subject in characters. */
    public static final int MAX_SUBJECT = 400;

    /** Longest actor that is kept, in characters: an address may be longer. */
    public static final int MAX_ACTOR = 200;

    /** Longest details in characters. */
    public static final int MAX_DETAILS = 2000;

    /** Cuts what is too long, so that no entry is lost for its length. */
    public AuditRecord {
        at = Instant.ofEpochMilli(at.toEpochMilli());
        actor = cut(actor, MAX_ACTOR);
        subject = cut(subject, MAX_SUBJECT);
        details = cut(details, MAX_DETAILS);
    }

    /** What nobody else had to agree to. */
    public AuditRecord(Instant at, String actor, Act act, Outcome outcome, String subject, String details) {
        this(at, actor, act, outcome, subject, details, Grounds.NONE);
    }

    /**
     * On what grounds something sensitive was done.
     *
     * @param approvers login names of those who agreed, separated by commas; empty when nobody had to
     * @param reason in the requester's words; may be empty
     * @param ticket number of a ticket; may be empty
     */
    public record Grounds(String approvers, String reason, String ticket) {
        /** Nobody was asked. */
        public static final Grounds NONE = new Grounds("", "", "");

        /** Longest list of approvers in characters. */
        public static final int MAX_APPROVERS = 1000;

        /** Cuts what is too long. */
        public Grounds {
            approvers = cut(approvers, MAX_APPROVERS);
            reason = cut(reason, ApprovalTerms.MAX_REASON);
            ticket = cut(ticket, ApprovalTerms.MAX_TICKET);
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
