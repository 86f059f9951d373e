package org.sealpost.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something to tell a person: which text, and what goes into it. Instants come out in the organisation's language;
 * constants of enums come out as their own text {@code word.CONSTANT}, or as they are when there is none.
 *
 * @param kind the text
 * @param arguments for its placeholders, in the order that the kind names; never secret
 */
public record Notice(Kind kind, List<Object> arguments) {
    private static final long DAY = Duration.ofDays(1).toSeconds();

    /** Keeps a copy. */
    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** What is told; each has the texts {@code KIND.subject} and {@code KIND.text} in every language. */
    public enum Kind {
        /** A request waits for this person's approval: what (verb), on whom, by whom, why, until when. */
        APPROVAL_WAITING,
        /** The owner's keys were recovered: when, at whose request, approved by whom. */
        KEY_RECOVERED,
        /** The owner's keys were released to somebody else: when, at whose request, approved by whom. */
        KEY_RELEASED,
        /** The owner's keys were sealed for another organisation: when, at whose request, approved by whom, for which. */
        KEYS_EXPORTED,
        /** The owner's certificates run out: in how many days, when. */
        EXPIRY,
        /** The owner's certificates were revoked: since when, why. */
        REVOKED,
        /** An administrator asks the owner to renew now: why, in the administrator's words, or nothing. */
        RENEWAL_ASKED,
        /**
         * What an administrator should know today: how many mailboxes end within 30, 14, 7 and 1 days, how many ran out,
         * how many requests wait for this person, how many days the oldest held message has waited.
         */
        DIGEST
    }

    /**
     * @param verb what is to be done; an enum constant or words
     * @param subject on whom or what
     * @param requester display name or login
     * @param reason as the requester wrote it
     * @param until when the request expires
     */
    public static Notice approvalWaiting(Object verb, String subject, String requester, String reason, Instant until) {
        return new Notice(Kind.APPROVAL_WAITING, List.of(verb, subject, requester, reason, until));
    }

    /** @param approvers names, with commas between them */
    public static Notice keyRecovered(Instant at, String requester, String approvers) {
        return new Notice(Kind.KEY_RECOVERED, List.of(at, requester, approvers));
    }

    /** @param approvers names, with commas between them */
    public static Notice keyReleased(Instant at, String requester, String approvers) {
        return new Notice(Kind.KEY_RELEASED, List.of(at, requester, approvers));
    }

    /**
     * @param approvers names, with commas between them
     * @param recipient the other organisation, as its certificate says
     */
    public static Notice keysExported(Instant at, String requester, String approvers, String recipient) {
        return new Notice(Kind.KEYS_EXPORTED, List.of(at, requester, approvers, recipient));
    }

    /** Days are counted up: what ends within the hour ends in one day. */
    public static Notice expiry(Instant now, Instant notAfter) {
        long left = Math.max(0, Duration.between(now, notAfter).toSeconds());
        return new Notice(Kind.EXPIRY, List.of((left + DAY - 1) / DAY, notAfter));
    }

    /** @param reason an enum constant or words */
    public static Notice revoked(Instant since, Object reason) {
        return new Notice(Kind.REVOKED, List.of(since, reason));
    }

    /** @param reason in the administrator's words; may be empty */
    public static Notice renewalAsked(String reason) {
        return new Notice(Kind.RENEWAL_ASKED, List.of(reason.isEmpty() ? "-" : reason));
    }

    /** @param numbers seven, in the order that the kind names */
    public static Notice digest(List<Long> numbers) {
        return new Notice(Kind.DIGEST, List.copyOf(numbers));
    }
}
