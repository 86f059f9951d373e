package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two servers on one database: who does not hold the service writes no keys, by whatever way. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class FenceTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final LeaseHolder SECOND = new LeaseHolder("other", "second", "https://second.example");
    private static final MailboxId ALICE = new MailboxId("alice-id");
    private static final MailboxId BOB = new MailboxId("bob-id");
    private static final List<RecoveryOfficer> OFFICERS =
            List.of(new RecoveryOfficer(1, ALICE.value(), "Alice"), new RecoveryOfficer(2, BOB.value(), "Bob"));

    private final TestDatabase make;
    private final TestDatabase.Opened first;
    private final TestDatabase.Opened second;

    FenceTest(TestDatabase make) {
        this.make = make;
        first = make.open();
        second = TestDatabase.open(first.source());
    }

    @BeforeEach
    void keepSomething() {
        first.run(em -> {
            new MailboxRepository(em).add(new Mailbox(ALICE, "alice@corp.example", NOW));
            new MailboxRepository(em).add(new Mailbox(BOB, "bob@corp.example", NOW));
            new BackupRepository(em).add(record());
            new KeySharingRepository(em).add(new KeySharing(1, 1, 2, OFFICERS, "proposal", NOW));
        });
    }

    @AfterEach
    void close() {
        second.close();
        first.close();
    }

    @Test
    void whoNeverHeldTheServiceWritesNoKeys() {
        assertWritesNoKeys(second);
        first.run(em -> new BackupRepository(em).add(record()));
    }

    @Test
    void whoHeldTheServiceWritesNoKeysOnceAnotherHasIt() {
        takeOver();
        second.run(em -> new BackupRepository(em).add(record()));
        assertWritesNoKeys(first);
    }

    @Test
    void whoGaveTheServiceBackWritesNoKeys() {
        first.run(em -> new LeaseRepository(em).giveBack(TestDatabase.HOLDER, 1));
        assertWritesNoKeys(first);
    }

    @Test
    void whatWasBegunUnderAnOldNumberIsNotWritten() {
        EntityManager paused = first.factory().createEntityManager();
        paused.getTransaction().begin();
        BackupRecord late = record();
        paused.persist(late);
        takeOver();
        assertThatThrownBy(paused::flush).isInstanceOf(FencedOff.class);
        paused.getTransaction().rollback();
        paused.close();
        assertThat(second.list(em ->
                        em.createQuery("from BackupRecord", BackupRecord.class).getResultList()))
                .hasSize(1);
    }

    @Test
    void takingOverWaitsForWhatIsBeingWritten() throws Exception {
        if (make == TestDatabase.H2) {
            assertThat(second.factory().isOpen())
                    .as("only one server opens an embedded database")
                    .isTrue();
            return;
        }
        EntityManager busy = first.factory().createEntityManager();
        busy.getTransaction().begin();
        busy.persist(record());
        busy.flush();
        CompletableFuture<Void> taking = CompletableFuture.runAsync(this::takeOver);
        assertThatThrownBy(() -> taking.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        busy.getTransaction().commit();
        busy.close();
        taking.get(30, TimeUnit.SECONDS);
        assertThat(second.list(em ->
                        em.createQuery("from BackupRecord", BackupRecord.class).getResultList()))
                .as("what had passed the fence before is there")
                .hasSize(2);
    }

    @Test
    void whoIsFencedOffStillKeepsMailAndLog() {
        takeOver();
        first.run(em -> {
            new MailboxRepository(em).byId(ALICE).orElseThrow().choose(new MailboxOptions(true, true));
            new AuditRepository(em)
                    .add(new AuditRecord(NOW, "ada", Act.ENROL, Outcome.FAILURE, "alice", "fenced-off"), hash -> null);
        });
        long last = first.call(em -> new AuditRepository(em).chain().lastNumber());
        assertThat(last).isEqualTo(1);
    }

    /** A new entity is behind the fence; that it need not be is said here, too. */
    @Test
    void onlyTheseAreWrittenByAnyServer() {
        assertThat(first.factory().getMetamodel().getEntities().stream()
                        .map(EntityType::getJavaType)
                        .filter(type -> type.isAnnotationPresent(WrittenByAnyServer.class))
                        .map(Class::getSimpleName))
                .containsExactlyInAnyOrder(
                        "StoredMessage",
                        "MailContent",
                        "ContentChunk",
                        "EncryptionJob",
                        "JobAttempt",
                        "AuditEntry",
                        "AuditChain",
                        "ApprovalRequest",
                        "ChosenPolicy",
                        "SecuritySettings",
                        "RoamingFile",
                        "Contact",
                        "Mailbox",
                        "KeyedRequest",
                        "Resealing",
                        "ResealingRefusal",
                        "KeyManagerLease");
    }

    private static void assertWritesNoKeys(TestDatabase.Opened server) {
        assertRefused(server, em -> new BackupRepository(em).add(record()));
        assertRefused(
                server,
                em -> em.remove(em.createQuery("from BackupRecord", BackupRecord.class)
                        .getResultList()
                        .get(0)));
        assertRefused(server, em -> sharing(em).drop(NOW));
        assertRefused(server, em -> sharing(em).take(parts()));
        assertRefused(server, em -> new OneTimeTokenRepository(em).withdrawLive(ALICE, NOW));
        assertRefused(server, em -> new OneTimeTokenRepository(em).spend(UUID.randomUUID(), NOW));
        assertRefused(server, em -> new IssuedCertificateRepository(em).list(1));
        assertRefused(server, em -> new OpeningContributionRepository(em).remove("request 1"));
        assertRefused(server, em -> new BulkRepository(em).wipeOld(NOW));
        assertThat(server.list(em ->
                        em.createQuery("from BackupRecord", BackupRecord.class).getResultList()))
                .as("nothing of it was written")
                .hasSizeLessThanOrEqualTo(2)
                .isNotEmpty();
    }

    private static void assertRefused(TestDatabase.Opened server, Consumer<EntityManager> write) {
        assertThatThrownBy(() -> server.run(em -> {
                    write.accept(em);
                    em.flush();
                }))
                .isInstanceOfSatisfying(
                        FencedOff.class, e -> assertThat(e.code()).isEqualTo("fenced-off"));
    }

    private void takeOver() {
        second.run(em -> {
            em.createNativeQuery("update key_manager_lease set expires_at = current_timestamp")
                    .executeUpdate();
            assertThat(new LeaseRepository(em).take(SECOND, OptionalLong.empty()))
                    .isPresent();
        });
    }

    private static BackupRecord record() {
        return new BackupRecord(UUID.randomUUID(), "a.backup", 1, 1, new OpeningWay.Making("ada", NOW));
    }

    private static KeySharing sharing(EntityManager em) {
        return em.createQuery("from KeySharing", KeySharing.class).getSingleResult();
    }

    private static List<SharePart> parts() {
        return List.of(
                new SharePart(1, 0, new byte[] {1}, new byte[] {1}),
                new SharePart(2, 0, new byte[] {1}, new byte[] {2}));
    }
}
