package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sealpost.protocol.BadInput;
import org.sealpost.protocol.NotAuthentic;
import org.sealpost.protocol.NotFound;
import org.sealpost.protocol.Unavailable;
import org.sealpost.protocol.WrongState;

class RefusalsTest {

    private final Refusals english = new Refusals(Locale.ENGLISH);
    private final Refusals german = new Refusals(Locale.GERMAN);

    @Test
    void eachKindOfFailureHasItsStatus() {
        assertThat(english.of(new Damaged()).status()).isEqualTo(422);
        assertThat(english.of(new Forged()).status()).isEqualTo(403);
        assertThat(english.of(new Absent()).status()).isEqualTo(404);
        assertThat(english.of(new Meanwhile("alice", 7)).status()).isEqualTo(409);
        assertThat(english.of(new Locked()).status()).isEqualTo(503);
    }

    @Test
    void aFailureIsFoundUnderWhatContainersWrapAroundIt() {
        Refusal refusal = english.of(new EJBException(new IllegalStateException(new Locked())));
        assertThat(refusal.code()).isEqualTo("key-manager-not-set-up");
        assertThat(refusal.cause()).isEqualTo("The Key Manager is not set up yet.");
    }

    @Test
    void argumentsStandInTheText() {
        assertThat(english.of(new Meanwhile("alice", 7)).cause())
                .isEqualTo("alice changed the formats meanwhile (version 7).");
    }

    @Test
    void theReadersLanguageIsSpoken() {
        assertThat(german.of(new Meanwhile("alice", 7)).cause())
                .isEqualTo("alice hat die Formate inzwischen geändert (Fassung 7).");
        assertThat(new Refusals(Locale.GERMANY).of(new Locked()).next()).startsWith("Jemand mit der Rolle");
    }

    @Test
    void anUnknownLanguageIsAnsweredInEnglishWhateverTheServerSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new Refusals(Locale.JAPANESE).of(new Locked()).cause())
                    .isEqualTo("The Key Manager is not set up yet.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aFailureWithoutWordsStillNamesItself() {
        Refusal refusal = english.of(new Damaged());
        assertThat(refusal.cause()).contains("never-worded");
        assertThat(refusal.next()).isNotBlank();
    }

    @Test
    void aMissingRoleIsARefusalAndNoFailure() {
        assertThat(english.of(new EJBAccessException("no")).status()).isEqualTo(403);
        assertThat(english.of(new SecurityException("no")).code()).isEqualTo("not-allowed");
    }

    @Test
    void twoPeopleAtOnceAndBadFormsAreForeseen() {
        assertThat(english.of(new EJBException(new OptimisticLockException())).status())
                .isEqualTo(409);
        assertThat(english.of(new ConstraintViolationException(Set.of())).status())
                .isEqualTo(400);
    }

    @Test
    void whatNobodyForesawSaysNothingOfItsInside() {
        Refusal refusal = english.of(new IllegalStateException("jdbc:h2:secret"));
        assertThat(refusal.unforeseen()).isTrue();
        assertThat(refusal.cause() + refusal.next()).doesNotContain("jdbc");
    }

    @Test
    void aDatabaseThatIsGoneOrFullIsToldApartFromMistakes() {
        Refusal lost = english.of(new EJBException(new PersistenceException(new SQLException("jdbc", "08006"))));
        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.code()).isEqualTo("database-lost");
        assertThat(lost.cause() + lost.next()).doesNotContain("jdbc");
        assertThat(german.of(new PersistenceException(new SQLException("jdbc", "53100")))
                        .cause())
                .isEqualTo("Die Platte der Datenbank ist voll.");
    }

    @Test
    void refusalsOfTheHttpLayerHaveWordsToo() {
        for (int status : List.of(400, 401, 404, 405, 406, 415, 429, 503)) {
            Refusal refusal = german.ofStatus(status);
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.cause()).doesNotContain("http-");
        }
        assertThat(german.ofStatus(502).unforeseen()).isTrue();
        assertThat(english.ofStatus(418).cause()).contains("http-418");
    }

    private static final class Damaged extends BadInput {
        private static final long serialVersionUID = 1L;

        Damaged() {
            super("never-worded");
        }
    }

    private static final class Forged extends NotAuthentic {
        private static final long serialVersionUID = 1L;

        Forged() {
            super("never-worded");
        }
    }

    private static final class Absent extends NotFound {
        private static final long serialVersionUID = 1L;

        Absent() {
            super("never-worded");
        }
    }

    private static final class Meanwhile extends WrongState {
        private static final long serialVersionUID = 1L;

        Meanwhile(String who, int version) {
            super("formats-changed-meanwhile", who, version);
        }
    }

    private static final class Locked extends Unavailable {
        private static final long serialVersionUID = 1L;

        Locked() {
            super("key-manager-not-set-up");
        }
    }
}
