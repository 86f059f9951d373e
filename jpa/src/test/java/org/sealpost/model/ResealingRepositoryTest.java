package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.pki.Finding;

/** Which messages are due, what takes their octets' place, and what is kept of those that were left as they were. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ResealingRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final MailboxId ALICE = new MailboxId("alice-id");
    private static final MailboxId BOB = new MailboxId("bob-id");
    private static final Set<EncryptionFormat> WEAKER =
            EnumSet.range(EncryptionFormat.AES_256_CBC, EncryptionFormat.CAST_40);

    private final TestDatabase.Opened database;

    ResealingRepositoryTest(TestDatabase make) {
        database = make.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsSealedWeakerOrNobodyKnowsHowComesInItsOrder() {
        deliver(1, BOB, Seal.PLAIN, null);
        deliver(2, BOB, Seal.SIGNED, null);
        deliver(3, BOB, Seal.ENCRYPTED, "AES_256_GCM");
        long des = deliver(4, BOB, Seal.SIGNED_AND_ENCRYPTED, "DES");
        deliver(5, ALICE, Seal.SIGNED_AND_ENCRYPTED, "DES");
        long unknown = deliver(6, BOB, Seal.ENCRYPTED, null);

        assertThat(next(0, WEAKER)).contains(des);
        assertThat(next(des, WEAKER)).contains(unknown);
        assertThat(next(unknown, WEAKER)).isEmpty();
        assertThat(next(0, Set.of())).isEmpty();
        assertThat(count(0)).isEqualTo(2);
        assertThat(count(des)).isEqualTo(1);
    }

    @Test
    void formatsAreCountedForOneMailboxAndForAll() {
        deliver(1, BOB, Seal.PLAIN, null);
        deliver(2, BOB, Seal.ENCRYPTED, "DES");
        deliver(3, BOB, Seal.ENCRYPTED, "DES");
        deliver(4, BOB, Seal.ENCRYPTED, null);
        deliver(5, ALICE, Seal.SIGNED_AND_ENCRYPTED, "AES_256_GCM");

        assertThat(database.list(em -> messages(em).formats(BOB)))
                .containsExactlyInAnyOrder(new FormatCount("DES", 2), new FormatCount(null, 1));
        assertThat(database.list(em -> messages(em).formats()))
                .containsExactlyInAnyOrder(
                        new FormatCount("DES", 2), new FormatCount(null, 1), new FormatCount("AES_256_GCM", 1));
    }

    /** The other mailboxes that hold the same copy keep it. */
    @Test
    void newOctetsTakeThePlaceOfTheOldOnesForThisMailboxAlone() {
        long shared =
                database.call(em -> Octets.content(em, new byte[] {1, 2, 3}).id());
        long bobs = deliver(1, BOB, shared);
        long alices = deliver(1, ALICE, shared);
        reseal(BOB, bobs, new byte[] {4, 5, 6, 7});

        database.run(em -> {
            StoredMessage message = em.find(StoredMessage.class, bobs);
            assertThat(message.size()).isEqualTo(4);
            assertThat(message.label().format()).contains("AES_256_GCM");
            assertThat(message.label().subject()).isEqualTo("Plans");
            assertThat(message.label().arrivedAt()).isEqualTo(NOW);
            assertThat(message.label().files()).isTrue();
            assertThat(message.signature()).contains(Finding.Outcome.OK);
            assertThat(message.seen()).isTrue();
            assertThat(em.find(StoredMessage.class, alices).content().id()).isEqualTo(shared);
        });
        assertThat(Octets.read(database, shared)).containsExactly(1, 2, 3);

        reseal(ALICE, alices, new byte[] {8});
        assertThat(Octets.read(database, shared)).as("nobody holds it any more").isEmpty();
    }

    @Test
    void aMessageThatWasDeletedMeanwhileIsNotReplaced() {
        long id = deliver(1, BOB, Seal.ENCRYPTED, "DES");
        assertThatThrownBy(() -> database.run(em -> {
                    StoredMessage message =
                            messages(em).nextWeaker(BOB, 0, WEAKER).orElseThrow();
                    database.run(other ->
                            messages(other).remove(messages(other).byId(BOB, id).orElseThrow()));
                    messages(em).reseal(message, Octets.content(em, new byte[] {9}), EncryptionFormat.AES_256_GCM);
                }))
                .isInstanceOf(OptimisticLockException.class);
        assertThat(database.list(em ->
                        em.createQuery("from MailContent", MailContent.class).getResultList()))
                .as("neither the old octets nor the new ones are left")
                .isEmpty();
    }

    @Test
    void aReasonGoesWithItsMessageAndBelongsToItsRun() {
        long first = deliver(1, BOB, Seal.ENCRYPTED, "DES");
        long second = deliver(2, BOB, Seal.ENCRYPTED, "DES");
        database.run(em -> runs(em).add(new Resealing(BOB, "one", NOW)));
        refuse(first, "cannot-decrypt", List.of());
        refuse(second, "seal-too-large", List.of("message", 5));
        refuse(second, "protection-differs", List.of("AES-128-CBC", "AES-256-GCM"));

        assertThat(refused(Optional.empty(), 1).rows())
                .extracting(one -> one.refusal().code())
                .containsExactly("cannot-decrypt");
        Optional<String> more = refused(Optional.empty(), 1).nextKey();
        assertThat(refused(more, 1).rows()).singleElement().satisfies(one -> {
            assertThat(one.message().id()).isEqualTo(second);
            assertThat(one.refusal().arguments()).containsExactly("AES-128-CBC", "AES-256-GCM");
        });
        assertThat(due()).isZero();

        database.run(em -> messages(em).remove(messages(em).byId(BOB, first).orElseThrow()));
        assertThat(refused(Optional.empty(), 9).rows()).hasSize(1);
        database.run(em -> run(em).finish(NOW));
        database.run(em -> run(em).begin("two", NOW));
        assertThat(refused(Optional.empty(), 9).rows())
                .as("a new run asks anew")
                .isEmpty();
        assertThat(due()).isEqualTo(1);
    }

    private Page<RefusedMessage> refused(Optional<String> key, int limit) {
        return database.call(em -> runs(em).refused(run(em), key, limit));
    }

    private long due() {
        return database.call(em -> runs(em).countDue(BOB, run(em).number(), WEAKER));
    }

    private void refuse(long message, String code, List<Object> arguments) {
        database.run(em -> runs(em).refuse(run(em), message, code, arguments));
    }

    private static Resealing run(EntityManager em) {
        return runs(em).lock(BOB).orElseThrow();
    }

    private Optional<Long> next(long after, Set<EncryptionFormat> weaker) {
        return database.call(em -> messages(em).nextWeaker(BOB, after, weaker).map(StoredMessage::id));
    }

    private long count(long after) {
        return database.call(em -> messages(em).countWeaker(BOB, after, WEAKER));
    }

    private void reseal(MailboxId owner, long id, byte[] octets) {
        database.run(em -> {
            StoredMessage message = messages(em).byId(owner, id).orElseThrow();
            message.opened(true, Optional.of(Finding.Outcome.OK));
            messages(em).reseal(message, Octets.content(em, octets), EncryptionFormat.AES_256_GCM);
        });
    }

    private long deliver(long job, MailboxId owner, Seal seal, @Nullable String format) {
        return database.call(em -> {
            MailContent content = Octets.content(em, new byte[] {1});
            return add(em, StoredMessage.received(job, owner, content, label(seal, Optional.ofNullable(format))));
        });
    }

    private long deliver(long job, MailboxId owner, long content) {
        return database.call(em -> add(
                em,
                StoredMessage.received(
                        job,
                        owner,
                        em.find(MailContent.class, content),
                        label(Seal.SIGNED_AND_ENCRYPTED, Optional.of("DES")))));
    }

    private static long add(EntityManager em, StoredMessage message) {
        messages(em).add(message);
        return message.id();
    }

    private static StoredMessageRepository messages(EntityManager em) {
        return new StoredMessageRepository(em);
    }

    private static ResealingRepository runs(EntityManager em) {
        return new ResealingRepository(em);
    }

    private static MessageLabel label(Seal seal, Optional<String> format) {
        return new MessageLabel(
                "alice@corp.example", "Alice", "Bob <bob@corp.example>", "Plans", seal, format, false, NOW);
    }
}
