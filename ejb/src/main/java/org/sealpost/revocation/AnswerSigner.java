package org.sealpost.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.lock.KeyManagerUnavailable;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.KeptAnswer;
import org.sealpost.ocsp.CertificateId;
import org.sealpost.ocsp.CertificateStatus;
import org.sealpost.ocsp.StatusAnswer;

/** Borrows the responder's key for the length of one signature. */
@ApplicationScoped
class AnswerSigner {
    /** For how long an answer may be relied on. */
    static final Duration GOOD_FOR = Duration.ofHours(24);

    /** When a kept answer is signed anew: whenever the Key Manager is stopped, kept answers last two thirds yet. */
    static final Duration RENEWED_AFTER = GOOD_FOR.dividedBy(3);

    @Inject
    KeyRing keys;

    /** OCSPResponse, DER; empty while the Key Manager does not run or its responder is not appointed yet. */
    Optional<byte[]> sign(StatusAnswer answer) {
        try {
            return keys.use(running -> running.responder().sign(answer));
        } catch (KeyManagerUnavailable e) {
            return Optional.empty();
        }
    }

    /** The answer to everybody who asks about that certificate alone. */
    Optional<KeptAnswer.Said> sign(CertificateId certificate, CertificateStatus status, Instant now) {
        StatusAnswer answer = new StatusAnswer(
                List.of(new StatusAnswer.Single(certificate, status)), Optional.empty(), now, now.plus(GOOD_FOR));
        boolean revoked = status instanceof CertificateStatus.Revoked;
        return sign(answer)
                .map(encoded -> new KeptAnswer.Said(revoked, answer.thisUpdate(), answer.nextUpdate(), encoded));
    }
}
