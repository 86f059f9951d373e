package org.sealpost.smime;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;

/** Certificates of peers whose keys are of kinds that the product does not make. */
final class ForeignCertificates {

    private ForeignCertificates() {}

    static X509Certificate ed25519() throws Exception {
        return ed25519Pair().certificate();
    }

    static OwnedKey ed25519Pair() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519", Corp.PROVIDERS.bouncyCastle())
                .generateKeyPair();
        X500Name name = new X500Name("CN=Zoe");
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                BigInteger.TEN,
                Date.from(Corp.NOW.minus(Duration.ofDays(1))),
                Date.from(Corp.NOW.plus(Duration.ofDays(1))),
                name,
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, "alice@corp.example")));
        return new OwnedKey(
                pair.getPrivate(),
                Certificates.parse(builder.build(new JcaContentSignerBuilder("Ed25519")
                                .setProvider(Corp.PROVIDERS.bouncyCastle())
                                .build(pair.getPrivate()))
                        .getEncoded()));
    }
}
