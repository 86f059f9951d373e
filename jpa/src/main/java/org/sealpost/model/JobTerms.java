package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;

/**
 * What never changes of a job: one click on Send.
 *
 * @param draftKey made by the compose page when it opens: two clicks carry the same key and make one job
 * @param subject of the outer header, which holds none that is hidden; cut at 998 characters
 * @param signs whether the message in the spool carries the sender's signature
 * @param at when it was sent
 */
@Embeddable
public record JobTerms(
        @Embedded JobSender sender,
        @Column(name = "draft_key", nullable = false) String draftKey,
        @Column(name = "subject", nullable = false) String subject,
        @Column(name = "signs", nullable = false) boolean signs,
        @Column(name = "queued_at", nullable = false) Instant at) {

    public JobTerms {
        subject = MessageLabel.cut(subject, MessageLabel.MAX_SUBJECT);
    }
}
