package org.sealpost.transfer;

import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encodable;
import org.sealpost.pki.Certificates;

/**
 * One encryption key of a mailbox on its way.
 *
 * @param certificate DER; not looked into
 * @param depositedAt when it came into escrow; keeps the history in its order
 * @param sealed the key, sealed to the other escrow with the mailbox and the certificate's serial number
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MovedKey(byte[] certificate, Instant depositedAt, byte[] sealed) {
    /** The largest sealed key, in bytes: an RSA key of 4096 bits is half as long. */
    public static final int LARGEST_SEALED = 8 * 1024;

    static MovedKey decode(ASN1Encodable value) {
        Fields fields = Fields.of(value, 3);
        return new MovedKey(fields.octets(Certificates.LARGEST), fields.moment(), fields.octets(LARGEST_SEALED));
    }

    ASN1Encodable encode() {
        return Fields.sequence(Fields.octets(certificate), Fields.moment(depositedAt), Fields.octets(sealed));
    }
}
