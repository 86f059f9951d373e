package org.sealpost.epf;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.encoders.Hex;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;

/**
 * Lays a security file out as the contents of a PKCS #12 file: the keys, each shrouded, and the certificates in clear,
 * tied to their keys by localKeyId. Order is kept: signing first, then encryption from the newest to the oldest.
 */
final class PfxWriter {
    private static final int LONGEST_NAME = 200;

    private final PasswordCipher cipher;
    private final int rounds;
    private final SecureRandom random;
    private final byte[] salt;
    private final ASN1EncodableVector keys = new ASN1EncodableVector();
    private final ASN1EncodableVector certificates = new ASN1EncodableVector();

    PfxWriter(PasswordCipher cipher, int rounds, SecureRandom random) {
        this.cipher = cipher;
        this.rounds = rounds;
        this.random = random;
        this.salt = PasswordCipher.newSalt(random);
    }

    /** The encoded AuthenticatedSafe. */
    byte[] contents(SecurityFile file) {
        add(file.signing(), file.mailbox() + " signing");
        return contents(file.mailbox(), file.encryption(), file.authorities());
    }

    /** As {@link #contents(SecurityFile)} for encryption keys alone. */
    byte[] contents(String mailbox, List<OwnedKey> encryption, List<X509Certificate> authorities) {
        int number = 0;
        for (OwnedKey key : encryption) {
            number++;
            add(key, mailbox + " encryption " + number);
        }
        for (X509Certificate authority : authorities) {
            certificates.add(certificate(authority, new DERSet()));
        }
        return encode(new DERSequence(new ASN1Encodable[] {data(keys), data(certificates)}));
    }

    private void add(OwnedKey key, String name) {
        ASN1Set attributes = attributes(key.certificate(), name);
        AlgorithmIdentifier algorithm = PasswordCipher.algorithm(salt, rounds, random);
        try (SecretBytes encoded = SecretBytes.taking(key.privateKey().getEncoded())) {
            EncryptedPrivateKeyInfo shrouded =
                    new EncryptedPrivateKeyInfo(algorithm, cipher.encrypt(algorithm, encoded.expose()));
            keys.add(new SafeBag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, shrouded.toASN1Primitive(), attributes));
        }
        certificates.add(certificate(key.certificate(), attributes));
    }

    private static SafeBag certificate(X509Certificate certificate, ASN1Set attributes) {
        CertBag bag =
                new CertBag(PKCSObjectIdentifiers.x509Certificate, new DEROctetString(Certificates.der(certificate)));
        return attributes.size() == 0
                ? new SafeBag(PKCSObjectIdentifiers.certBag, bag.toASN1Primitive())
                : new SafeBag(PKCSObjectIdentifiers.certBag, bag.toASN1Primitive(), attributes);
    }

    private static ASN1Set attributes(X509Certificate certificate, String name) {
        byte[] id = Hex.decode(Certificates.fingerprint(certificate));
        String shortName = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return new DERSet(new ASN1Encodable[] {
            attribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(shortName)),
            attribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(id))
        });
    }

    private static DERSequence attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new DERSequence(new ASN1Encodable[] {type, new DERSet(value)});
    }

    private static ContentInfo data(ASN1EncodableVector bags) {
        return new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(encode(new DERSequence(bags))));
    }

    private static byte[] encode(DERSequence sequence) {
        try {
            return sequence.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a sequence in memory encodes", e);
        }
    }
}
