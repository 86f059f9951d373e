package org.sealpost.model;

import java.time.Instant;
import org.sealpost.pki.MailDomains;

/**
 * On what terms an authority is trusted.
 *
 * @param permitted mail domains for which it may vouch
 * @param by login name of whoever asked for it
 * @param at when it began
 * @param reason in that person's words; cut at {@value ApprovalTerms#MAX_REASON} characters
 */
public record TrustTerms(MailDomains permitted, String by, Instant at, String reason) {
    public TrustTerms {
        reason = MessageLabel.cut(reason, ApprovalTerms.MAX_REASON);
    }
}
