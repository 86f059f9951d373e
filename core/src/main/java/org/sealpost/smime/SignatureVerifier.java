package org.sealpost.smime;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.crypto.Providers;
import org.sealpost.mime.Address;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Finding;
import org.sealpost.pki.PathCheck;
import org.sealpost.pki.PathReport;
import org.sealpost.smime.SignatureCheck.Kind;

/** Asks every question about the signatures of one message, and answers each on its own. */
final class SignatureVerifier {

    /** How far two computers' clocks may differ. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private final Providers providers;
    private final OpeningPolicy policy;
    private final Optional<Address> author;

    /** @param author the one address in From; empty when that is not clear */
    SignatureVerifier(Providers providers, OpeningPolicy policy, Optional<Address> author) {
        this.providers = providers;
        this.policy = policy;
        this.author = author;
    }

    /** The statuses of all signers of one signed part. */
    Layer.Signed verify(SignedPart part, SignedContent content, int layer) throws IOException {
        List<X509Certificate> certificates = part.certificates().stream()
                .flatMap(it -> GuardedDoor.attempt(() -> Certificates.parse(it)).stream())
                .toList();
        List<SignatureStatus> statuses = new ArrayList<>();
        List<Announcing> announcing = new ArrayList<>();
        for (byte[] encoded : part.signers()) {
            SignerRecord signer = SignerRecord.parse(encoded);
            SignatureStatus status = verify(signer, content, certificates, layer);
            statuses.add(status);
            status.signer().ifPresent(it -> announcing.add(new Announcing(signer, it, certificates)));
        }
        return new Layer.Signed(statuses, announcing);
    }

    private SignatureStatus verify(
            SignerRecord signer, SignedContent content, List<X509Certificate> certificates, int layer)
            throws IOException {
        Optional<X509Certificate> certificate = signer.find(certificates);
        IntegrityCheck integrity = new IntegrityCheck(signer, content, providers);
        SignatureCheck altered = new SignatureCheck(Kind.ALTERED, integrity.check(certificate));
        List<SignatureCheck> others = certificate
                .map(it -> ofCertificate(signer, it, certificates))
                .orElseGet(SignatureVerifier::withoutCertificate);
        return new SignatureStatus(layer, certificate, signer.signedAt(), integrity.algorithm(), join(altered, others));
    }

    private List<SignatureCheck> ofCertificate(
            SignerRecord signer, X509Certificate certificate, List<X509Certificate> certificates) {
        Instant at = signer.signedAt().orElse(policy.now());
        PathReport path = policy.path()
                .check(new PathCheck.Question(
                        certificate, certificates, CertificateProfile.SIGNING, at, policy.seen(), policy.now()));
        boolean future = at.isAfter(policy.now().plus(CLOCK_DIFFERENCE));
        Finding dates = future ? failed("dates-signed-in-future", at) : path.dates();
        return List.of(
                new SignatureCheck(Kind.SIGNER, SigningCertificate.check(signer, certificate, providers)),
                new SignatureCheck(Kind.ADDRESS, address(certificate)),
                new SignatureCheck(Kind.CHAIN, path.chain()),
                new SignatureCheck(Kind.USAGE, path.usage()),
                new SignatureCheck(Kind.DATES, dates),
                new SignatureCheck(Kind.REVOKED, path.revocation()));
    }

    private Finding address(X509Certificate certificate) {
        if (author.isEmpty()) {
            return failed("author-unclear");
        }
        boolean matches = Certified.names(certificate, author.get());
        return matches
                ? new Finding(
                        Finding.Outcome.OK,
                        "address-matches",
                        List.of(author.get().spec()))
                : failed("address-differs", author.get().spec(), String.join(", ", Certified.addresses(certificate)));
    }

    private static List<SignatureCheck> withoutCertificate() {
        return Stream.of(Kind.values())
                .skip(1)
                .map(kind ->
                        new SignatureCheck(kind, new Finding(Finding.Outcome.UNKNOWN, "signer-missing", List.of())))
                .toList();
    }

    private static List<SignatureCheck> join(SignatureCheck first, List<SignatureCheck> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static Finding failed(String code, Object... arguments) {
        return new Finding(Finding.Outcome.FAILED, code, List.of(arguments));
    }
}
