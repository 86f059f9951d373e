package org.sealpost.moving;

import java.time.Instant;
import org.sealpost.model.ExportState;
import org.sealpost.model.MailboxExport;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.TransferCertificate;

/**
 * An export as it stands.
 *
 * @param number between the two Key Managers
 * @param recipient the other Key Manager's escrow
 */
public record ExportRow(
        long id, String number, ExportState state, Recipient recipient, String reason, Asked asked, Instant changedAt) {
    /** @param subject whose it is, as its authority says */
    public record Recipient(String subject, Fingerprint fingerprint) {}

    /** @param by login name */
    public record Asked(String by, Instant at) {}

    static ExportRow of(MailboxExport export) {
        TransferCertificate recipient = export.recipient();
        return new ExportRow(
                export.id(),
                export.number(),
                export.state(),
                new Recipient(recipient.subject(), recipient.fingerprint()),
                export.reason(),
                new Asked(export.askedBy(), export.askedAt()),
                export.changedAt());
    }
}
