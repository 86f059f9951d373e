package org.sealpost.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.sealpost.cmp.CmpFailure;
import org.sealpost.cmp.CmpKind;
import org.sealpost.cmp.CmpMac;
import org.sealpost.cmp.CmpMessage;
import org.sealpost.cmp.CmpRefused;
import org.sealpost.crypto.Providers;
import org.sealpost.enrolment.TokenBearer;
import org.sealpost.enrolment.TokenBearers;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.pki.Certificates;
import org.sealpost.protocol.TokenCode;
import org.sealpost.protocol.TokenReference;

/** Finds out what vouches for a message. */
@ApplicationScoped
class Vouchers {
    /** How far a program's clock may be from ours: a signed message is worth nothing for longer. */
    static final Duration SKEW = Duration.ofMinutes(10);

    @Inject
    TokenBearers bearers;

    @Inject
    SigningCertificates certificates;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /**
     * What vouches for it, to be closed by the caller. A token may be dead.
     *
     * @throws CmpRefused when the protection does not hold, or there has to be one and is not
     * @throws org.sealpost.enrolment.TokenRefused when the MAC is wrong for the token that it names
     */
    Voucher of(CmpMessage message) {
        return switch (message.protection()) {
            case MAC -> byToken(message);
            case SIGNATURE -> byCertificate(message);
            case NONE -> {
                if (message.kind() != CmpKind.QUESTION) {
                    throw new CmpRefused(CmpFailure.BAD_MESSAGE_CHECK, "cmp-unprotected");
                }
                yield new Voucher.Nobody();
            }
        };
    }

    private Voucher byToken(CmpMessage message) {
        TokenReference reference = message.reference()
                .flatMap(TokenReference::read)
                .orElseThrow(() -> new CmpRefused(CmpFailure.BAD_MESSAGE_CHECK, "unknown-token"));
        AtomicReference<CmpMac> fitting = new AtomicReference<>();
        TokenBearer bearer = bearers.identify(reference, code -> fits(message, code, fitting));
        return new Voucher.ByToken(bearer, Objects.requireNonNull(fitting.get()));
    }

    private boolean fits(CmpMessage message, TokenCode code, AtomicReference<CmpMac> fitting) {
        return code.spellings().stream()
                .flatMap(secret -> CmpMac.of(providers, random, message, secret).stream())
                .peek(fitting::set)
                .findFirst()
                .isPresent();
    }

    private Voucher byCertificate(CmpMessage message) {
        X509Certificate brought = message.signer().orElseThrow(Vouchers::notTrusted);
        IssuedCertificate known = certificates.inForce(brought).orElseThrow(Vouchers::notTrusted);
        if (!message.signedBy(providers, Certificates.parse(known.encoded()))) {
            throw new CmpRefused(CmpFailure.BAD_MESSAGE_CHECK, "cmp-signature");
        }
        Instant now = clock.instant();
        boolean fresh = message.madeAt()
                .filter(at -> Duration.between(at, now).abs().compareTo(SKEW) <= 0)
                .isPresent();
        if (!fresh) {
            throw new CmpRefused(CmpFailure.BAD_TIME, "cmp-time", SKEW.toMinutes());
        }
        return new Voucher.ByCertificate(known);
    }

    private static CmpRefused notTrusted() {
        return new CmpRefused(CmpFailure.SIGNER_NOT_TRUSTED, "cmp-signer");
    }
}
