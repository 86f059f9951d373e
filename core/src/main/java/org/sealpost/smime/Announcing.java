package org.sealpost.smime;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.smime.SMIMEAttributes;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.sealpost.crypto.Capabilities;
import org.sealpost.mime.Address;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Finding;
import org.sealpost.pki.PathCheck;
import org.sealpost.pki.PathReport;

/**
 * Reads an {@link Announcement} out of a signature that holds.
 *
 * @param certificate the signer's
 * @param cameAlong all certificates of the signature, the signer's among them
 */
record Announcing(SignerRecord signer, X509Certificate certificate, List<X509Certificate> cameAlong) {
    private static final int KEY_USAGE_BITS = 9;
    private static final int LEAST_RSA = 2048;

    Optional<Announcement> by(Address author, OpeningPolicy policy) {
        Optional<X509Certificate> encryption = preferred(author, policy);
        Optional<Capabilities> capabilities = signed().or(
                        () -> Stream.concat(encryption.stream(), Stream.of(certificate))
                                .flatMap(it -> Certificates.capabilities(it).stream())
                                .findFirst());
        // without a time it could not be told from a later one
        return signer.signedAt().map(at -> new Announcement(author, capabilities, encryption, at));
    }

    /** The same without anybody who vouches: for people who compare fingerprints. */
    Optional<CorrespondentKey> offer(Address author, OpeningPolicy policy) {
        return candidates().stream()
                .filter(it -> usable(it, policy.now()) && Certified.names(it, author))
                .max(Comparator.comparing(X509Certificate::getNotBefore))
                .map(it -> new CorrespondentKey(
                        it, signed().or(() -> Certificates.capabilities(it)).orElse(Capabilities.STANDARD)));
    }

    private static boolean usable(X509Certificate certificate, Instant now) {
        boolean[] usage = certificate.getKeyUsage();
        return (usage == null || CertificateProfile.ENCRYPTION.allows(Arrays.copyOf(usage, KEY_USAGE_BITS)))
                && certificate.getBasicConstraints() < 0
                && !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant())
                && GuardedDoor.attempt(() -> strong(certificate.getPublicKey())).orElse(false);
    }

    private static boolean strong(PublicKey key) {
        return key instanceof RSAPublicKey rsa
                ? rsa.getModulus().bitLength() >= LEAST_RSA
                : NamedCurve.of(SubjectPublicKeyInfo.getInstance(key.getEncoded())
                                .getAlgorithm())
                        .isPresent();
    }

    private Optional<Capabilities> signed() {
        return signer.value(SMIMEAttributes.smimeCapabilities)
                .flatMap(it -> GuardedDoor.attempt(
                        () -> Capabilities.fromDer(it.toASN1Primitive().getEncoded())));
    }

    /** The one that the signer names, else any that fits; never one that does not (RFC 8551 section 2.5.3.1). */
    private Optional<X509Certificate> preferred(Address author, OpeningPolicy policy) {
        return candidates().stream().filter(it -> fits(it, author, policy)).findFirst();
    }

    private Collection<X509Certificate> candidates() {
        return signer.value(SMIMEAttributes.encrypKeyPref)
                .map(it -> KeyPreference.find(it, cameAlong).stream().toList())
                .orElse(cameAlong);
    }

    private boolean fits(X509Certificate candidate, Address author, OpeningPolicy policy) {
        Instant now = policy.now();
        if (candidate.getBasicConstraints() >= 0 || !Certified.names(candidate, author)) {
            return false;
        }
        PathReport path = policy.path()
                .check(new PathCheck.Question(candidate, cameAlong, CertificateProfile.ENCRYPTION, now, now, now));
        return path.chain().ok()
                && path.usage().ok()
                && path.dates().ok()
                && path.revocation().outcome() != Finding.Outcome.FAILED;
    }
}
