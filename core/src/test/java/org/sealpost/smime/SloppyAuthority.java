package org.sealpost.smime;

import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.PathCheck;

/** An authority that is trusted and certifies any name that it is asked for, as some have done. */
final class SloppyAuthority {

    private final KeyPair pair = Corp.PAIRS.generate(KeyType.EC_P256);
    private final X500Name name = new X500Name("CN=Sloppy");
    private final OwnedKey root = new OwnedKey(
            pair.getPrivate(),
            certify(pair, name, Extension.basicConstraints, new BasicConstraints(true), KeyUsage.keyCertSign));

    /** A pair for signing, with these alternative names. */
    OwnedKey certify(String subject, ASN1Encodable... alternativeNames) {
        KeyPair holder = Corp.PAIRS.generate(KeyType.EC_P256);
        return new OwnedKey(
                holder.getPrivate(),
                certify(
                        holder,
                        new X500Name(subject),
                        Extension.subjectAlternativeName,
                        new DERSequence(alternativeNames),
                        KeyUsage.digitalSignature));
    }

    OwnedKey certify(String subject, String... addresses) {
        return certify(
                subject,
                List.of(addresses).stream()
                        .map(it -> new GeneralName(GeneralName.rfc822Name, it))
                        .toArray(ASN1Encodable[]::new));
    }

    /** Trusts it. */
    OpeningPolicy policy() {
        PathCheck path = new PathCheck(Corp.PROVIDERS, List.of(root.certificate()), List.of());
        return new OpeningPolicy(EnumSet.allOf(EncryptionFormat.class), path, Corp.NOW);
    }

    private X509Certificate certify(
            KeyPair holder, X500Name subject, ASN1ObjectIdentifier extension, ASN1Encodable value, int usage) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    name,
                    CertificateOrder.newSerial(Corp.RANDOM),
                    Date.from(Corp.NOW.minus(Duration.ofDays(9))),
                    Date.from(Corp.NOW.plus(Duration.ofDays(9))),
                    subject,
                    SubjectPublicKeyInfo.getInstance(holder.getPublic().getEncoded()));
            builder.addExtension(extension, false, value);
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            return Certificates.parse(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                            .getEncoded());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
