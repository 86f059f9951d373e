package org.sealpost.contact;

import java.time.Instant;
import java.util.List;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.model.Contact;
import org.sealpost.pki.Fingerprint;

/**
 * A contact in the list.
 *
 * @param reads formats that its mail program announced, strongest first
 * @param usable whether mail can be sealed to it now
 */
public record ContactRow(
        String id,
        String address,
        String name,
        Fingerprint fingerprint,
        List<EncryptionFormat> reads,
        Instant until,
        Instant addedAt,
        boolean usable) {
    static ContactRow of(Contact contact, boolean usable) {
        return new ContactRow(
                contact.id().value(),
                contact.address(),
                contact.name(),
                contact.fingerprint(),
                List.copyOf(contact.reads().formats()),
                contact.validUntil(),
                contact.addedAt(),
                usable);
    }
}
