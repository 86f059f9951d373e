package org.sealpost.smime;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.pki.Finding;

/**
 * What became of one signature of a message.
 *
 * @param layer 0 for a signature around everything, counting up inwards through further signatures and encryption
 * @param signer the certificate that the signature names, if it came along or is known
 * @param signedAt the time that the signer claims
 * @param algorithm signature and digest, for people who ask
 * @param checks one for each {@link SignatureCheck.Kind}, in that order
 */
public record SignatureStatus(
        int layer,
        Optional<X509Certificate> signer,
        Optional<Instant> signedAt,
        String algorithm,
        List<SignatureCheck> checks) {

    public SignatureStatus {
        checks = List.copyOf(checks);
    }

    /** The answer to one question. */
    public SignatureCheck check(SignatureCheck.Kind kind) {
        return checks.stream().filter(check -> check.kind() == kind).findFirst().orElseThrow();
    }

    /** The worst answer of all: a signature is as good as its weakest line. */
    public Finding.Outcome outcome() {
        if (checks.stream().anyMatch(it -> it.outcome() == Finding.Outcome.FAILED)) {
            return Finding.Outcome.FAILED;
        }
        return checks.stream().allMatch(it -> it.outcome() == Finding.Outcome.OK)
                ? Finding.Outcome.OK
                : Finding.Outcome.UNKNOWN;
    }

    /** Whether the content is what was signed, whoever signed it. */
    public boolean intact() {
        return check(SignatureCheck.Kind.ALTERED).outcome() == Finding.Outcome.OK;
    }

    /** The same, but for the author: two are named, and the signature cannot be both's. */
    SignatureStatus withAuthorUnclear() {
        List<SignatureCheck> doubted = checks.stream()
                .map(check -> check.kind() == SignatureCheck.Kind.ADDRESS
                        ? new SignatureCheck(
                                check.kind(), new Finding(Finding.Outcome.FAILED, "author-unclear", List.of()))
                        : check)
                .toList();
        return new SignatureStatus(layer, signer, signedAt, algorithm, doubted);
    }
}
