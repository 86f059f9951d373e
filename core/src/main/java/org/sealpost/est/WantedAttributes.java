package org.sealpost.est;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What a request should have (RFC 7030 section 4.5.2): the mailbox's address, a key on P-256, perhaps the token. */
public final class WantedAttributes {
    /** Their media type. */
    public static final String MEDIA_TYPE = "application/csrattrs";

    private WantedAttributes() {}

    /** In base64, as text. */
    public static byte[] base64() {
        ASN1Encodable[] wanted = {
            PKCSObjectIdentifiers.pkcs_9_at_challengePassword,
            attribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, Extension.subjectAlternativeName),
            attribute(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1),
            X9ObjectIdentifiers.ecdsa_with_SHA256
        };
        try {
            return CertsOnly.text(new DERSequence(wanted).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("names encode", e);
        }
    }

    private static ASN1Encodable attribute(ASN1ObjectIdentifier type, ASN1ObjectIdentifier value) {
        return new DERSequence(new ASN1Encodable[] {type, new DERSet(value)});
    }
}
