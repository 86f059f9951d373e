package org.sealpost.moving;

import java.time.Instant;
import org.sealpost.model.ImportState;
import org.sealpost.model.MailboxImport;
import org.sealpost.pki.Fingerprint;

/**
 * An import as it stands.
 *
 * @param number the other Key Manager's, of its export
 * @param sealedAt when the file was made
 */
public record ImportRow(
        long id, String number, ImportState state, Origin origin, Instant sealedAt, Looked looked, Instant changedAt) {
    /**
     * @param organisation in its own words
     * @param authority fingerprint that was confirmed
     */
    public record Origin(String organisation, Fingerprint authority) {}

    /** @param by login name */
    public record Looked(String by, Instant at) {}

    static ImportRow of(MailboxImport one) {
        return new ImportRow(
                one.id(),
                one.number(),
                one.state(),
                new Origin(one.organisation(), one.authority()),
                one.sealedAt(),
                new Looked(one.lookedBy(), one.lookedAt()),
                one.changedAt());
    }
}
