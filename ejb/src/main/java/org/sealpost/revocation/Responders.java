package org.sealpost.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Audited;
import org.sealpost.lock.KeyRing;
import org.sealpost.lock.RunningKeys;
import org.sealpost.model.Act;
import org.sealpost.model.Serial;
import org.sealpost.ocsp.Responder;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

/**
 * Appoints the key that signs answers: made in memory, certified for a week, replaced every day and with every start of
 * the Key Manager. It is stored nowhere, so there is nothing to wrap, to back up or to steal at rest.
 */
@ApplicationScoped
@Transactional
class Responders {
    private static final Period CERTIFIED_FOR = Period.ofDays(7);
    private static final Duration USED_FOR = Duration.ofDays(1);

    @Inject
    KeyRing keys;

    @Inject
    KeyPairs keyPairs;

    @Inject
    SecureRandom random;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Appoints a new key if there is none, it has served its time, or the clock was set back before it.
     *
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @Audited(Act.APPOINT_RESPONDER)
    void renew() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (!keys.use(running -> serving(running.responder(), now))) {
            appoint(now);
        }
    }

    private static boolean serving(Responder responder, Instant now) {
        return responder
                .certificate()
                .map(certificate -> certificate.getNotBefore().toInstant())
                .filter(since -> !since.isAfter(now) && since.plus(USED_FOR).isAfter(now))
                .isPresent();
    }

    private void appoint(Instant now) {
        KeyPair pair = keyPairs.generate(KeyType.EC_P256);
        CertificateAuthority.ResponderOrder order = new CertificateAuthority.ResponderOrder(
                pair.getPublic(), CertificateOrder.newSerial(random), now, CERTIFIED_FOR);
        audit.success(
                Act.APPOINT_RESPONDER,
                "OCSP responder",
                "certificate " + Serial.of(order.serial()).value());
        keys.use(running -> appointed(running, order, pair));
    }

    private static X509Certificate appointed(
            RunningKeys running, CertificateAuthority.ResponderOrder order, KeyPair pair) {
        X509Certificate certificate = running.authority().issue(order);
        running.responder().appoint(new OwnedKey(pair.getPrivate(), certificate));
        return certificate;
    }
}
