package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.Capabilities;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Subject;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class KeptAnswerRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Serial SERIAL = Serial.of(BigInteger.TEN);
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestDatabase.Opened database;

    KeptAnswerRepositoryTest(TestDatabase make) {
        database = make.open();
    }

    @BeforeEach
    void addCertificate() {
        MailboxId alice = new MailboxId("alice-id");
        CertificateOrder order = new CertificateOrder(
                CertificateProfile.SIGNING,
                new Subject("alice@corp.example"),
                anyKey(),
                SERIAL.number(),
                NOW,
                Capabilities.OWN);
        database.run(em -> {
            new MailboxRepository(em).add(new Mailbox(alice, "alice@corp.example", NOW));
            new IssuedCertificateRepository(em).add(new IssuedCertificate(alice, order, NOW.plus(HOUR)));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theAnswerToAQuestionTakesThePlaceOfTheOneBefore() {
        keep("a", NOW, NOW, false);
        keep("a", NOW.plus(HOUR), NOW.plus(HOUR), true);
        assertThat(database.find(em -> new KeptAnswerRepository(em).byId("a"))).hasValueSatisfying(kept -> {
            assertThat(kept.said().thisUpdate()).isEqualTo(NOW.plus(HOUR));
            assertThat(kept.said().nextUpdate()).isEqualTo(NOW.plus(HOUR.multipliedBy(2)));
            assertThat(kept.said().revoked()).isTrue();
            assertThat(kept.said().encoded()).containsExactly(7);
            assertThat(kept.askedAt()).isEqualTo(NOW.plus(HOUR));
            assertThat(kept.question().serial()).isEqualTo(SERIAL);
            assertThat(kept.question().encoded()).containsExactly(1);
        });
        assertThat(database.find(em -> new KeptAnswerRepository(em).byId("b"))).isEmpty();
    }

    @Test
    void theOldestAreFoundFirstAndNoMoreThanAskedFor() {
        keep("young", NOW, NOW, false);
        keep("older", NOW.minus(HOUR), NOW, false);
        keep("oldest", NOW.minus(HOUR.multipliedBy(2)), NOW, false);
        assertThat(aged(5)).extracting(kept -> kept.question().id()).containsExactly("oldest", "older");
        assertThat(aged(1)).hasSize(1);
    }

    @Test
    void whatNobodyNeededIsForgottenAndCannotBeReplaced() {
        keep("a", NOW, NOW.minus(HOUR), false);
        keep("b", NOW, NOW, false);
        database.run(em -> new KeptAnswerRepository(em).forget(NOW));
        assertThat(database.find(em -> new KeptAnswerRepository(em).byId("a"))).isEmpty();
        assertThat(database.find(em -> new KeptAnswerRepository(em).byId("b"))).isPresent();
        boolean replaced = database.call(em -> new KeptAnswerRepository(em).replace(answer("a", NOW, NOW, false)));
        assertThat(replaced).isFalse();
    }

    @Test
    void aCertificateIsLockedByItsNumber() {
        assertThat(database.find(em -> new IssuedCertificateRepository(em).lock(SERIAL)))
                .isPresent();
        assertThat(database.find(em -> new IssuedCertificateRepository(em).lock(Serial.of(BigInteger.TWO))))
                .isEmpty();
    }

    private List<KeptAnswer> aged(int limit) {
        return database.call(em -> new KeptAnswerRepository(em).aged(NOW, limit));
    }

    private void keep(String id, Instant signed, Instant asked, boolean revoked) {
        database.run(em -> new KeptAnswerRepository(em).keep(answer(id, signed, asked, revoked)));
    }

    private static KeptAnswer answer(String id, Instant signed, Instant asked, boolean revoked) {
        return new KeptAnswer(
                new KeptAnswer.Question(id, SERIAL, new byte[] {1}),
                new KeptAnswer.Said(revoked, signed, signed.plus(HOUR), new byte[] {7}),
                asked);
    }

    private static PublicKey anyKey() {
        try {
            return KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
