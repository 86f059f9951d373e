package org.sealpost.transfer;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.util.encoders.Hex;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.OwnedKey;

/**
 * What the other Key Manager says has arrived: of these mailboxes each of these keys was opened there once and belonged to its
 * certificate.
 *
 * @param number of the export
 * @param recipient fingerprint of the transfer certificate that the keys were sealed to
 */
public record TransferReceipt(String number, Fingerprint recipient, Instant signedAt, List<Arrived> arrived) {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_SERIAL = 40;
    private static final int MOST_SERIALS = 1000;
    private static final int VERSION = 1;
    private static final String WHAT = "receipt";

    public TransferReceipt {
        arrived = List.copyOf(arrived);
    }

    /**
     * A mailbox that has arrived.
     *
     * @param mailbox the directory's id
     * @param serials of the certificates, lower-case hexadecimal
     */
    public record Arrived(String mailbox, List<String> serials) {
        public Arrived {
            serials = List.copyOf(serials);
        }

        static Arrived decode(ASN1Encodable value) {
            Fields fields = Fields.of(value, 2);
            return new Arrived(fields.text(LONGEST_ID), fields.list(MOST_SERIALS, serial -> Fields.of(serial, 1)
                    .text(LONGEST_SERIAL)));
        }

        ASN1Encodable encode() {
            return Fields.sequence(
                    Fields.text(mailbox), Fields.list(serials, serial -> Fields.sequence(Fields.text(serial))));
        }
    }

    /**
     * Signs it.
     *
     * @param signer certified for the Key Manager's messages; stays the caller's to close
     */
    public byte[] sign(OwnedKey signer, X509Certificate authority, Providers providers) {
        return SignedTransfer.sign(TransferKind.RECEIPT, encode(), signer, authority, providers);
    }

    /**
     * What a checked message says.
     *
     * @throws org.sealpost.crypto.BadEncoding when it is malformed or out of bounds
     */
    public static TransferReceipt of(SignedTransfer signed) {
        return GuardedParsing.of(WHAT, () -> {
            Fields fields = Fields.of(Asn1Bounds.parse(signed.content(), WHAT), 5);
            fields.version(VERSION);
            return new TransferReceipt(
                    TransferFile.number(fields),
                    TransferFile.fingerprint(fields),
                    fields.moment(),
                    fields.list(TransferFile.MOST_MAILBOXES, Arrived::decode));
        });
    }

    private byte[] encode() {
        try {
            return Fields.sequence(
                            Fields.number(VERSION),
                            Fields.text(number),
                            Fields.octets(Hex.decode(recipient.hex())),
                            Fields.moment(signedAt),
                            Fields.list(arrived, Arrived::encode))
                    .toASN1Primitive()
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a receipt encodes", e);
        }
    }
}
