package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Why a job stands where it stands.
 *
 * @param code key of a text in the resource bundles ({@code job.reason.<code>}), for example {@code not-sealable}
 * @param detail whom or what it is about (addresses, a cause's name), never anything of the message; cut at 4000
 *     characters
 */
@Embeddable
public record JobReason(
        @Column(name = "reason") String code,
        @Column(name = "reason_text") String detail) {

    public JobReason {
        detail = MessageLabel.cut(detail, MessageLabel.MAX_LINE);
    }
}
