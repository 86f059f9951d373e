package org.sealpost.audit;

import org.sealpost.model.AuditEntry;
import org.sealpost.model.AuditRecord;

/**
 * One line of the log.
 *
 * @param number place in the chain
 * @param said what the entry says
 * @param authenticated whether the Key Manager ran when it was written
 */
public record AuditLine(long number, AuditRecord said, boolean authenticated) {
    static AuditLine of(AuditEntry entry) {
        return new AuditLine(entry.number(), entry.said(), entry.mac().isPresent());
    }
}
