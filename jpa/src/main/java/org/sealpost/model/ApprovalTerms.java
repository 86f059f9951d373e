package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What never changes of a request.
 *
 * @param subject whom or what it is about, as the audit log names it; cut at {@value AuditRecord#MAX_SUBJECT}
 * @param payload everything that is needed to carry it out, as JSON; never a password, token or key
 * @param reason in the requester's words, may be empty where the policy allows
 * @param ticket number of a ticket, may be empty where the policy allows
 */
@Embeddable
public record ApprovalTerms(
        @Enumerated(EnumType.STRING) @Column(name = "verb", nullable = false)
        SensitiveVerb verb,

        @Column(name = "subject", nullable = false) String subject,

        @Column(name = "payload", nullable = false, length = MAX_PAYLOAD)
        String payload,

        @Column(name = "reason", nullable = false) String reason,
        @Column(name = "ticket", nullable = false) String ticket) {
    /** Longest payload in characters. */
    public static final int MAX_PAYLOAD = 1_000_000;

    /** Longest reason in characters. */
    public static final int MAX_REASON = 500;

    /** Longest ticket in characters. */
    public static final int MAX_TICKET = 100;

    /** @throws IllegalArgumentException when payload, reason or ticket are too long */
    public ApprovalTerms {
        subject = MessageLabel.cut(subject, AuditRecord.MAX_SUBJECT);
        reason = reason.strip();
        ticket = ticket.strip();
        if (payload.length() > MAX_PAYLOAD || reason.length() > MAX_REASON || ticket.length() > MAX_TICKET) {
            throw new IllegalArgumentException("the request is too long");
        }
    }
}
