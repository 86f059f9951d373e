package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class KeyManagerRepositoriesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(400));
    private static final MailboxId ALICE = new MailboxId("alice-id");
    private static final MailboxId BOB = new MailboxId("bob-id");

    private final TestDatabase.Opened database;

    KeyManagerRepositoriesTest(TestDatabase make) {
        database = make.open();
    }

    @BeforeEach
    void addMailboxes() {
        database.run(em -> {
            new MailboxRepository(em).add(new Mailbox(ALICE, "alice@corp.example", NOW));
            new MailboxRepository(em).add(new Mailbox(BOB, "bob@corp.example", NOW));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void mailboxesComeInPagesByIdAndState() {
        database.run(em -> IntStream.range(0, 5)
                .forEach(i -> new MailboxRepository(em).add(new Mailbox(new MailboxId("x" + i), "x@y", NOW))));
        Page<Mailbox> first = database.call(em -> new MailboxRepository(em).page(null, Optional.empty(), 4));
        assertThat(first.rows()).extracting(m -> m.id().value()).containsExactly("alice-id", "bob-id", "x0", "x1");
        Page<Mailbox> second = database.call(em -> new MailboxRepository(em).page(null, first.nextKey(), 4));
        assertThat(second.rows()).extracting(m -> m.id().value()).containsExactly("x2", "x3", "x4");
        assertThat(second.nextKey()).isEmpty();
        database.run(em -> new MailboxRepository(em)
                .lock(BOB)
                .orElseThrow()
                .issueToken(new TokenTerms(new byte[32], "ada", NOW, LATER)));
        assertThat(database.call(em -> new MailboxRepository(em).page(MailboxState.TOKEN_OUT, Optional.empty(), 4))
                        .rows())
                .extracting(Mailbox::id)
                .containsExactly(BOB);
    }

    @Test
    void manyMailboxesAreFoundAtOnce() {
        Map<MailboxId, Mailbox> found =
                database.call(em -> new MailboxRepository(em).byIds(List.of(ALICE, BOB, new MailboxId("nobody"))));
        assertThat(found).containsOnlyKeys(ALICE, BOB);
        Map<MailboxId, Mailbox> none = database.call(em -> new MailboxRepository(em).byIds(Set.of()));
        assertThat(none).isEmpty();
        assertThat(database.find(em -> new MailboxRepository(em).byId(new MailboxId("nobody"))))
                .isEmpty();
    }

    @Test
    void twoAtOnceTakeDifferentPairsAndARollBackGivesThePairBack() {
        database.run(em -> IntStream.range(0, 2).forEach(i -> new PooledKeyRepository(em)
                .add(new PooledKey(new UUID(0, i), "RSA_3072", new byte[1], new byte[1], NOW.plusMillis(i)))));
        database.run(em -> {
            UUID outer =
                    new PooledKeyRepository(em).take("RSA_3072").orElseThrow().id();
            assertThatThrownBy(() -> database.run(other -> {
                        UUID inner = new PooledKeyRepository(other)
                                .take("RSA_3072")
                                .orElseThrow()
                                .id();
                        assertThat(inner).isNotEqualTo(outer);
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
        });
        int left = database.call(em -> new PooledKeyRepository(em).count("RSA_3072"));
        assertThat(left).isEqualTo(1);
        assertThat(database.find(em -> new PooledKeyRepository(em).take("RSA_4096")))
                .isEmpty();
    }

    @Test
    void oneRoamingFileForAMailboxIsReplacedAndRemoved() {
        database.run(em -> new RoamingFileRepository(em).keep(ALICE, new byte[] {1}, NOW));
        database.run(em -> new RoamingFileRepository(em).of(ALICE).orElseThrow().replace(new byte[] {2}, LATER));
        RoamingFile file =
                database.call(em -> new RoamingFileRepository(em).of(ALICE)).orElseThrow();
        assertThat(file.content()).containsExactly(2);
        assertThat(file.storedAt()).isEqualTo(LATER);
        database.run(em -> new RoamingFileRepository(em)
                .remove(new RoamingFileRepository(em).of(ALICE).orElseThrow()));
        assertThat(database.find(em -> new RoamingFileRepository(em).of(ALICE))).isEmpty();
    }

    @Test
    void aDeltaListBeginsAtTheOldestListThatSomebodyMayStillRelyOn() {
        assertThat(oldest(NOW)).isEmpty();
        replace(list(1, NOW, new byte[1]));
        assertThat(oldest(NOW)).isEmpty();
        replace(list(2, NOW.plusSeconds(30), new byte[1]));
        replace(list(3, NOW.plusSeconds(50), new byte[1]));
        assertThat(oldest(NOW.plusSeconds(50))).contains(1L);
        assertThat(oldest(NOW.plusSeconds(60))).contains(2L);
        assertThat(oldest(NOW.plusSeconds(90))).isEmpty();
        RevocationListRecord current =
                database.call(em -> new RevocationListRepository(em).current()).orElseThrow();
        assertThat(current.entries()).isEqualTo(3);
        assertThat(current.delta().base()).isEqualTo(1);
        assertThat(current.delta().encoded()).containsExactly(7);
    }

    private void replace(RevocationListRecord list) {
        database.run(em -> new RevocationListRepository(em).replace(list));
    }

    private Optional<Long> oldest(Instant now) {
        return database.call(em -> new RevocationListRepository(em).oldestReliedOn(now));
    }

    @Test
    void theRevocationListWithTheHighestNumberIsTheOnlyOne() {
        byte[] large = new byte[3_000_000];
        database.run(em -> new RevocationListRepository(em).replace(list(1, new byte[] {1})));
        database.run(em -> new RevocationListRepository(em).replace(list(2, large)));
        RevocationListRecord current =
                database.call(em -> new RevocationListRepository(em).current()).orElseThrow();
        assertThat(current.crlNumber()).isEqualTo(2);
        assertThat(current.encoded()).hasSameSizeAs(large);
        assertThatThrownBy(() -> database.run(em -> new RevocationListRepository(em).replace(list(2, new byte[1]))))
                .isInstanceOf(PersistenceException.class);
    }

    @Test
    void formatsAreVersionedAndTheSecondOfTwoChangesAtOnceFails() {
        SecuritySettings first = new SecuritySettings(FormatPolicy.of(Edition.MODERN), change("set-up"));
        database.run(em -> new SecuritySettingsRepository(em).add(first));
        FormatPolicy cast =
                new FormatPolicy(Edition.NORTH_AMERICAN, EncryptionFormat.CAST_64, EncryptionFormat.CAST_64);
        database.run(em -> new SecuritySettingsRepository(em).add(first.next(cast, change("as in 1996"))));
        assertThatThrownBy(() -> database.run(
                        em -> new SecuritySettingsRepository(em).add(first.next(cast, change("too late")))))
                .isInstanceOf(PersistenceException.class);
        SecuritySettings current = database.call(em -> new SecuritySettingsRepository(em).current())
                .orElseThrow();
        assertThat(current.policy()).isEqualTo(cast);
        assertThat(current.change()).isEqualTo(change("as in 1996"));
        Page<SecuritySettings> newest =
                database.call(em -> new SecuritySettingsRepository(em).history(Optional.empty(), 1));
        Page<SecuritySettings> older =
                database.call(em -> new SecuritySettingsRepository(em).history(newest.nextKey(), 1));
        assertThat(newest.rows()).extracting(SecuritySettings::number).containsExactly(2);
        assertThat(older.rows()).extracting(SecuritySettings::number).containsExactly(1);
        assertThat(older.nextKey()).isEmpty();
    }

    @Test
    void thereIsOneKeyManagerAtMost() {
        database.run(em -> {
            new KeyManagerRepository(em).add(keyManager("Corp"));
            new KeyManagerRepository(em).add(new WrappedKey(KeyPurpose.ESCROW, 1, new byte[] {1}, new byte[] {2}));
            new KeyManagerRepository(em).add(new WrappedKey(KeyPurpose.AUDIT, 1, new byte[] {3}, null));
        });
        assertThatThrownBy(() -> database.run(em -> new KeyManagerRepository(em).add(keyManager("Second"))))
                .isInstanceOf(PersistenceException.class);
        KeyManagerRecord found =
                database.call(em -> new KeyManagerRepository(em).find()).orElseThrow();
        assertThat(found.organisation()).isEqualTo("Corp");
        WrappedKey escrow = database.call(em -> new KeyManagerRepository(em).key(KeyPurpose.ESCROW));
        assertThat(escrow.publicKey()).containsExactly(2);
        WrappedKey audit = database.call(em -> new KeyManagerRepository(em).key(KeyPurpose.AUDIT));
        assertThatThrownBy(audit::publicKey).isInstanceOf(IllegalStateException.class);
    }

    private static RevocationListRecord list(long number, byte[] encoded) {
        return list(number, NOW, encoded);
    }

    private static RevocationListRecord list(long number, Instant at, byte[] encoded) {
        return new RevocationListRecord(
                number,
                at,
                at.plusSeconds(60),
                new RevocationListRecord.Complete(3, encoded),
                new RevocationListRecord.Delta(1, new byte[] {7}));
    }

    private static SecuritySettings.Change change(String reason) {
        return new SecuritySettings.Change("ada", NOW, reason);
    }

    private static KeyManagerRecord keyManager(String organisation) {
        return new KeyManagerRecord(organisation, new byte[] {1}, NOW);
    }
}
