package org.sealpost.est;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.SigningRequest;

/**
 * A request for a certificate (RFC 7030 section 4.2.1).
 *
 * @param proven address and key, possession of the key proved
 * @param challenge the challengePassword attribute (RFC 2985 section 5.4.1), where a token may travel; a secret
 */
public record EstRequest(SigningRequest proven, Optional<String> challenge) {
    /** The largest body that is read, in bytes. */
    public static final int LARGEST = 24 * 1024;

    private static final String WHAT = "signing request";

    /**
     * Reads a body in base64, with line breaks or without (RFC 8951 section 3.1).
     *
     * @throws BadEncoding when it is no PKCS #10 request, or names no address
     * @throws org.sealpost.pki.ProofFailed when possession of the key is not proved
     */
    public static EstRequest parse(Providers providers, byte[] body) {
        if (body.length > LARGEST) {
            throw new BadEncoding(WHAT);
        }
        byte[] der = decoded(body);
        SigningRequest proven = SigningRequest.verify(providers, der);
        return new EstRequest(proven, GuardedParsing.of(WHAT, () -> challenge(der)));
    }

    private static byte[] decoded(byte[] body) {
        try {
            return Base64.getMimeDecoder().decode(new String(body, StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException e) {
            throw new BadEncoding(WHAT, e);
        }
    }

    private static Optional<String> challenge(byte[] der) {
        Attribute[] found = new PKCS10CertificationRequest(
                        CertificationRequest.getInstance(Asn1Bounds.parse(der, WHAT)))
                .getAttributes(PKCSObjectIdentifiers.pkcs_9_at_challengePassword);
        return found.length == 0
                ? Optional.empty()
                : Optional.of(((ASN1String) found[0].getAttributeValues()[0]).getString());
    }

    /** Without the challenge. */
    @Override
    public String toString() {
        return "EstRequest[" + proven.address() + "]";
    }
}
