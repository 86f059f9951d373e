package org.sealpost.smime;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Finding;

/**
 * The signed attribute that names the signer's certificate by its digest (RFC 5035): without it somebody could put
 * another certificate with the same key beside the signature.
 */
final class SigningCertificate {

    private SigningCertificate() {}

    static Finding check(SignerRecord signer, X509Certificate certificate, Providers providers) {
        boolean fits = signer.value(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                .map(it -> fitsV2(it, certificate, providers))
                .or(() -> signer.value(PKCSObjectIdentifiers.id_aa_signingCertificate)
                        .map(it -> fitsV1(it, certificate, providers)))
                .orElse(true);
        String subject = certificate.getSubjectX500Principal().getName();
        return fits
                ? new Finding(Finding.Outcome.OK, "signer-known", List.of(subject))
                : new Finding(Finding.Outcome.FAILED, "signer-substituted", List.of(subject));
    }

    private static boolean fitsV2(ASN1Encodable value, X509Certificate certificate, Providers providers) {
        Optional<Boolean> fits = GuardedDoor.attempt(() -> {
            ESSCertIDv2 first = SigningCertificateV2.getInstance(value).getCerts()[0];
            return DigestAlgorithm.find(first.getHashAlgorithm().getAlgorithm())
                    .map(it -> hasDigest(certificate, it, first.getCertHash(), providers))
                    .orElse(false);
        });
        return fits.orElse(false);
    }

    private static boolean fitsV1(ASN1Encodable value, X509Certificate certificate, Providers providers) {
        Optional<Boolean> fits = GuardedDoor.attempt(() -> {
            ESSCertID first = org.bouncycastle.asn1.ess.SigningCertificate.getInstance(value)
                    .getCerts()[0];
            return hasDigest(certificate, DigestAlgorithm.SHA_1, first.getCertHash(), providers);
        });
        return fits.orElse(false);
    }

    private static boolean hasDigest(
            X509Certificate certificate, DigestAlgorithm algorithm, byte[] expected, Providers providers) {
        byte[] digest = algorithm.start(providers).digest(Certificates.der(certificate));
        return MessageDigest.isEqual(digest, expected);
    }
}
