package org.sealpost.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.sealpost.model.KeptAnswer;
import org.sealpost.model.KeptAnswerRepository;
import org.sealpost.ocsp.CertificateId;
import org.sealpost.ocsp.CertificateStatus;

/** Signs kept answers anew in the background, so that they are good for long when the Key Manager stops. */
@ApplicationScoped
class AnswerRenewal {
    /** How many in one transaction. */
    static final int AT_ONCE = 200;

    /** An answer that nobody asked for since is not renewed any more. */
    private static final Duration KEPT_UNASKED = Duration.ofDays(7);

    @Inject
    KeptAnswerRepository kept;

    @Inject
    Statuses statuses;

    @Inject
    AnswerSigner signer;

    @Inject
    Clock clock;

    /** Renews the oldest of them; whether there may be more. */
    @Transactional
    boolean renew() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        kept.forget(now.minus(KEPT_UNASKED));
        List<KeptAnswer> aged = kept.aged(now.minus(AnswerSigner.RENEWED_AFTER), AT_ONCE);
        long renewed = aged.stream().filter(one -> renew(one, now)).count();
        return renewed == AT_ONCE;
    }

    private boolean renew(KeptAnswer aged, Instant now) {
        KeptAnswer.Question question = aged.question();
        CertificateId certificate = CertificateId.parse(question.encoded());
        CertificateStatus status = statuses.of(certificate);
        Optional<KeptAnswer.Said> said = signer.sign(certificate, status, now);
        said.ifPresent(one -> kept.replace(new KeptAnswer(question, one, aged.askedAt())));
        return said.isPresent();
    }
}
