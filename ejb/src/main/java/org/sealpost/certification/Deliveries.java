package org.sealpost.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.sealpost.enrolment.TokenBearer;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.PackagePurpose;
import org.sealpost.model.Serial;
import org.sealpost.pki.OwnedKey;

/**
 * Encryption keys between the two steps of a program that asks for one certificate at a time: sealed to the token, so
 * that nobody else takes them, and gone after a day. In escrow they are in any case. Until a key is fetched its certificate
 * is not in force, because nobody could read what is sealed to it.
 */
@ApplicationScoped
class Deliveries {
    private static final Duration KEPT = Duration.ofDays(1);

    @Inject
    KeyEscrow escrow;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    Clock clock;

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(TokenBearer bearer, OwnedKey key) {
        escrow.deliver(
                bearer.token().mailbox(), bearer.code(), key, clock.instant().plus(KEPT));
        certificates
                .bySerial(Serial.of(key.certificate().getSerialNumber()))
                .orElseThrow()
                .awaitConfirmation();
    }

    /**
     * Hands the key out, once.
     *
     * @param answer made in the same transaction; the key is wiped after it
     * @throws org.sealpost.escrow.NoSuchPackage when nothing waits for that token
     */
    @Transactional
    <T> T take(TokenBearer bearer, Function<OwnedKey, T> answer) {
        List<OwnedKey> keys = escrow.unpack(bearer.token().mailbox(), PackagePurpose.DELIVERY, bearer.code());
        try {
            return answer.apply(keys.get(0));
        } finally {
            keys.forEach(OwnedKey::close);
        }
    }
}
