package org.sealpost.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.KeptAnswer;
import org.sealpost.model.KeptAnswerRepository;
import org.sealpost.ocsp.CertificateId;
import org.sealpost.ocsp.CertificateStatus;
import org.sealpost.ocsp.OcspRefusal;
import org.sealpost.ocsp.StatusAnswer;
import org.sealpost.ocsp.StatusRequest;

/**
 * Answers about single certificates. The answer to a plain question is signed once and kept for everybody who asks the
 * same; a question with a nonce is answered by a signature of its own. While the Key Manager does not run nobody signs,
 * and a kept answer is given for as long as it is good and says what is true; a nonce then goes unanswered (RFC 5019
 * section 4).
 */
@ApplicationScoped
@Transactional
class StatusAnswers {
    /** That nobody knows a number is not worth relying on for long: it may be issued any moment. */
    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(5);

    @Inject
    Statuses statuses;

    @Inject
    AnswerSigner signer;

    @Inject
    KeptAnswerRepository kept;

    @Inject
    KeyRing keys;

    @Inject
    Clock clock;

    StatusReply answer(StatusRequest request) {
        if (keys.state() == KeyManagerState.NOT_SET_UP) {
            return refused(OcspRefusal.TRY_LATER);
        }
        X509Certificate authority = keys.publicKeys().authority();
        if (!request.certificates().stream().allMatch(one -> one.issuedBy(authority))) {
            return refused(OcspRefusal.UNAUTHORIZED);
        }
        if (request.certificates().size() > 1) {
            return own(request).orElseGet(() -> refused(OcspRefusal.TRY_LATER));
        }
        Optional<StatusReply> own = request.nonce().isPresent() ? own(request) : Optional.empty();
        return own.orElseGet(() -> shared(request.certificates().get(0)));
    }

    /** Signed for this request alone. */
    private Optional<StatusReply> own(StatusRequest request) {
        Instant now = now();
        StatusAnswer answer = new StatusAnswer(
                request.certificates().stream()
                        .map(one -> new StatusAnswer.Single(one, statuses.of(one)))
                        .toList(),
                request.nonce(),
                now,
                now.plus(AnswerSigner.GOOD_FOR));
        return signer.sign(answer)
                .map(encoded -> new StatusReply.Signed(encoded, answer.thisUpdate(), answer.nextUpdate(), false));
    }

    private StatusReply shared(CertificateId certificate) {
        CertificateStatus status = statuses.of(certificate);
        if (status instanceof CertificateStatus.Unknown) {
            return unknown(certificate);
        }
        Instant now = now();
        boolean revoked = status instanceof CertificateStatus.Revoked;
        Optional<KeptAnswer.Said> before = kept.byId(certificate.key())
                .map(KeptAnswer::said)
                .filter(said -> said.revoked() == revoked)
                .filter(said -> said.nextUpdate().isAfter(now));
        return before.filter(said -> fresh(said, now))
                .or(() -> signed(certificate, status, now))
                .or(() -> before)
                .map(StatusAnswers::reply)
                .orElseGet(() -> refused(OcspRefusal.TRY_LATER));
    }

    /** One that a clock dates into the future, after it was set back, is signed anew. */
    private static boolean fresh(KeptAnswer.Said said, Instant now) {
        return said.thisUpdate().plus(AnswerSigner.RENEWED_AFTER).isAfter(now)
                && !said.thisUpdate().isAfter(now);
    }

    private Optional<KeptAnswer.Said> signed(CertificateId certificate, CertificateStatus status, Instant now) {
        Optional<KeptAnswer.Said> said = signer.sign(certificate, status, now);
        said.ifPresent(one -> {
            KeptAnswer.Question question = statuses.locked(certificate);
            kept.keep(new KeptAnswer(question, one, now));
        });
        return said;
    }

    /** Not kept: there are more numbers that nobody knows than a database can hold. */
    private StatusReply unknown(CertificateId certificate) {
        Instant now = now();
        StatusAnswer answer = new StatusAnswer(
                List.of(new StatusAnswer.Single(certificate, new CertificateStatus.Unknown())),
                Optional.empty(),
                now,
                now.plus(UNKNOWN_FOR));
        return signer.sign(answer)
                .<StatusReply>map(
                        encoded -> new StatusReply.Signed(encoded, answer.thisUpdate(), answer.nextUpdate(), true))
                .orElseGet(() -> refused(OcspRefusal.TRY_LATER));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static StatusReply reply(KeptAnswer.Said said) {
        return new StatusReply.Signed(said.encoded(), said.thisUpdate(), said.nextUpdate(), true);
    }

    private static StatusReply refused(OcspRefusal why) {
        return new StatusReply.Refused(why);
    }
}
