package org.sealpost.smime;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.Finding;

/** Whether a content is what one signer signed: digest, attributes and signature all fit. */
final class IntegrityCheck {

    private final SignerRecord signer;
    private final SignedContent content;
    private final Providers providers;
    private final AlgorithmIdentifier digestIdentifier;
    private final AlgorithmIdentifier signatureIdentifier;
    private final Optional<DigestAlgorithm> digest;
    private final Optional<SignatureScheme> scheme;

    IntegrityCheck(SignerRecord signer, SignedContent content, Providers providers) {
        this.signer = signer;
        this.content = content;
        this.providers = providers;
        this.digestIdentifier = signer.asn1().getDigestAlgorithm();
        this.signatureIdentifier = signer.asn1().getDigestEncryptionAlgorithm();
        this.digest = DigestAlgorithm.find(digestIdentifier.getAlgorithm());
        this.scheme = digest.flatMap(it -> GuardedDoor.attempt(() -> SignatureScheme.find(signatureIdentifier, it))
                .flatMap(found -> found));
    }

    /** Signature and digest, for people who ask. */
    String algorithm() {
        return scheme.map(SignatureScheme::name)
                .orElseGet(() -> signatureIdentifier.getAlgorithm().getId());
    }

    Finding check(Optional<X509Certificate> certificate) throws IOException {
        if (content.twice()) {
            return failed("content-twice");
        }
        if (scheme.isEmpty() || digest.isEmpty()) {
            ASN1ObjectIdentifier unknown =
                    digest.isEmpty() ? digestIdentifier.getAlgorithm() : signatureIdentifier.getAlgorithm();
            return unknown("algorithm-unknown", unknown.getId());
        }
        Optional<byte[]> expected = signer.messageDigest();
        if (expected.isEmpty() || !typeFits()) {
            return failed("attributes-missing");
        }
        if (!content.digests().matches(digest.get(), expected.get())) {
            return failed("content-changed");
        }
        if (certificate.isEmpty()) {
            return unknown("signer-missing");
        }
        return signature(certificate.get(), scheme.get());
    }

    private Finding signature(X509Certificate certificate, SignatureScheme found) {
        byte[] signed = signer.signedBytes();
        byte[] signature = signer.asn1().getEncryptedDigest().getOctets();
        boolean fits = GuardedDoor.attempt(() -> found.verify(certificate.getPublicKey(), signed, signature, providers))
                .orElse(false);
        if (!fits) {
            return failed("signature-wrong");
        }
        return found.weak()
                ? unknown("algorithm-weak", found.name())
                : new Finding(Finding.Outcome.OK, "content-intact", List.of());
    }

    /** The signed attribute must name the type that the signed data has, which is always data (RFC 5652 section 11.1). */
    private boolean typeFits() {
        return signer.value(CMSAttributes.contentType)
                .filter(CMSObjectIdentifiers.data::equals)
                .isPresent();
    }

    private static Finding failed(String code) {
        return new Finding(Finding.Outcome.FAILED, code, List.of());
    }

    private static Finding unknown(String code, Object... arguments) {
        return new Finding(Finding.Outcome.UNKNOWN, code, List.of(arguments));
    }
}
