package org.sealpost.transfer;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.util.encoders.Hex;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.OwnedKey;

/**
 * Mailboxes with their key history for another Key Manager. Who they are can be read; each key is sealed to that Key
 * Manager's escrow, so that nobody on the way and nobody alone at the other end opens one.
 *
 * @param number of the export, a UUID
 * @param recipient fingerprint of the transfer certificate that the keys are sealed to
 * @param organisation that sends it, in its own words
 * @param mailboxes 1 to {@value #MOST_MAILBOXES}
 */
public record TransferFile(
        String number, Fingerprint recipient, String organisation, Instant sealedAt, List<MovedMailbox> mailboxes) {
    /** The most mailboxes of one file. */
    public static final int MOST_MAILBOXES = 500;

    static final Pattern NUMBER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static final int NUMBER_LENGTH = 36;
    static final int FINGERPRINT_LENGTH = 32;
    private static final int LONGEST_NAME = 200;
    private static final int VERSION = 1;
    private static final String WHAT = "transfer file";

    public TransferFile {
        mailboxes = List.copyOf(mailboxes);
    }

    /**
     * Signs it; throws nothing that depends on its content.
     *
     * @param signer certified for the Key Manager's messages; stays the caller's to close
     */
    public byte[] sign(OwnedKey signer, X509Certificate authority, Providers providers) {
        return SignedTransfer.sign(TransferKind.KEYS, encode(), signer, authority, providers);
    }

    /**
     * What a checked message says.
     *
     * @throws org.sealpost.crypto.BadEncoding when it is malformed or out of bounds
     */
    public static TransferFile of(SignedTransfer signed) {
        return GuardedParsing.of(WHAT, () -> {
            Fields fields = Fields.of(Asn1Bounds.parse(signed.content(), WHAT), 6);
            fields.version(VERSION);
            TransferFile file = new TransferFile(
                    number(fields),
                    fingerprint(fields),
                    fields.text(LONGEST_NAME),
                    fields.moment(),
                    fields.list(MOST_MAILBOXES, MovedMailbox::decode));
            if (file.mailboxes().isEmpty()) {
                throw Fields.bad();
            }
            return file;
        });
    }

    static String number(Fields fields) {
        String number = fields.text(NUMBER_LENGTH);
        if (!NUMBER.matcher(number).matches()) {
            throw Fields.bad();
        }
        return number;
    }

    static Fingerprint fingerprint(Fields fields) {
        return new Fingerprint(Hex.toHexString(fields.octets(FINGERPRINT_LENGTH)));
    }

    private byte[] encode() {
        try {
            return Fields.sequence(
                            Fields.number(VERSION),
                            Fields.text(number),
                            Fields.octets(Hex.decode(recipient.hex())),
                            Fields.text(organisation),
                            Fields.moment(sealedAt),
                            Fields.list(mailboxes, MovedMailbox::encode))
                    .toASN1Primitive()
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a file encodes", e);
        }
    }
}
