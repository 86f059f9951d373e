package org.sealpost.smime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sealpost.crypto.EncryptionFormat;

/**
 * To whom a message is encrypted, and in which format. All recipients of one envelope can see each other's certificate
 * numbers, so blind copies need an envelope of their own.
 *
 * @param format how the content is encrypted
 * @param recipients who can open it, at least one and at most 2000, as many as are read; the same certificate given
 *     twice is kept once
 */
public record Envelope(EncryptionFormat format, List<RecipientKey> recipients) {

    public Envelope {
        recipients = distinct(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("an envelope without recipients could never be opened");
        }
        if (recipients.size() > EncryptedPart.MAXIMUM_RECIPIENTS) {
            throw new SealTooLarge("recipients", EncryptedPart.MAXIMUM_RECIPIENTS);
        }
    }

    /** An envelope that its sender can open too, whether or not the sender is among the recipients. */
    public static Envelope includingSender(
            EncryptionFormat format, RecipientKey sender, List<RecipientKey> recipients) {
        return new Envelope(
                format, Stream.concat(Stream.of(sender), recipients.stream()).toList());
    }

    /**
     * One envelope for each kind of key among the recipients, RSA first: NSS to 3.87 at least, and with it Thunderbird of
     * that age, refuses a whole message as soon as one of its recipients agrees a key on a curve.
     */
    public static List<Envelope> forEachKindOfKey(EncryptionFormat format, List<RecipientKey> recipients) {
        return Stream.of(true, false)
                .map(rsa -> recipients.stream()
                        .filter(it -> it.curve().isEmpty() == rsa)
                        .toList())
                .filter(kind -> !kind.isEmpty())
                .map(kind -> new Envelope(format, kind))
                .toList();
    }

    private static List<RecipientKey> distinct(List<RecipientKey> recipients) {
        Map<CertificateName, RecipientKey> byName = new LinkedHashMap<>();
        for (RecipientKey recipient : recipients) {
            byName.putIfAbsent(recipient.name(), recipient);
        }
        return List.copyOf(byName.values());
    }
}
