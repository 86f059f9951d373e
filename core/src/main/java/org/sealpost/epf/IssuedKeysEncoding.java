package org.sealpost.epf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.KeyRequest;

/**
 * The plaintext of an enrolment reply, DER: {@code SEQUENCE { signing OCTET STRING, encryption SEQUENCE OF SEQUENCE {
 * key OCTET STRING, certificate OCTET STRING }, authorities SEQUENCE OF OCTET STRING }}, keys as PKCS #8.
 */
final class IssuedKeysEncoding {
    /** Names the use for HPKE; a new form of the plaintext gets a new name. */
    static final byte[] INFO = "sealpost enrolment reply v1".getBytes(StandardCharsets.US_ASCII);

    private static final String WHAT = "enrolment reply";

    private IssuedKeysEncoding() {}

    /** A digest over the whole request, token or proof included: the reply opens for no other. */
    static byte[] binding(KeyRequest request) {
        try {
            return MessageDigest.getInstance("SHA-256", Providers.best().digest())
                    .digest(request.content());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static SecretBytes encode(IssuedKeys keys) {
        ASN1EncodableVector encryption = new ASN1EncodableVector();
        for (OwnedKey key : keys.encryption()) {
            encryption.add(new DERSequence(
                    new ASN1Encodable[] {new DEROctetString(key.privateKey().getEncoded()), octets(key.certificate())
                    }));
        }
        ASN1EncodableVector authorities = new ASN1EncodableVector();
        keys.authorities().forEach(authority -> authorities.add(octets(authority)));
        return SecretBytes.taking(encode(new DERSequence(
                new ASN1Encodable[] {octets(keys.signing()), new DERSequence(encryption), new DERSequence(authorities)
                })));
    }

    static IssuedKeys decode(Providers providers, SecretBytes encoded) {
        try {
            ASN1Sequence all = ASN1Sequence.getInstance(Asn1Bounds.parse(encoded.expose(), WHAT));
            List<OwnedKey> encryption = new ArrayList<>();
            for (ASN1Encodable one : ASN1Sequence.getInstance(all.getObjectAt(1))) {
                encryption.add(ownedKey(providers, ASN1Sequence.getInstance(one)));
            }
            List<X509Certificate> authorities = new ArrayList<>();
            for (ASN1Encodable one : ASN1Sequence.getInstance(all.getObjectAt(2))) {
                authorities.add(certificate(one));
            }
            return new IssuedKeys(certificate(all.getObjectAt(0)), encryption, authorities);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadEncoding(WHAT, e);
        }
    }

    private static OwnedKey ownedKey(Providers providers, ASN1Sequence pair) {
        try (SecretBytes key = SecretBytes.taking(
                ASN1OctetString.getInstance(pair.getObjectAt(0)).getOctets())) {
            return new OwnedKey(providers.privateKey(key), certificate(pair.getObjectAt(1)));
        }
    }

    private static X509Certificate certificate(ASN1Encodable octets) {
        return Certificates.parse(ASN1OctetString.getInstance(octets).getOctets());
    }

    private static DEROctetString octets(X509Certificate certificate) {
        return new DEROctetString(Certificates.der(certificate));
    }

    private static byte[] encode(DERSequence sequence) {
        try {
            return sequence.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a sequence in memory encodes", e);
        }
    }
}
