package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.pki.Finding;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StoredMessageRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final MailboxId ALICE = new MailboxId("alice-id");
    private static final MailboxId BOB = new MailboxId("bob-id");

    private final TestDatabase.Opened database;

    StoredMessageRepositoryTest(TestDatabase make) {
        database = make.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, ContentChunk.SIZE, ContentChunk.SIZE + 1, 3 * ContentChunk.SIZE + 17})
    void contentsComeBackOctetForOctet(int length) {
        byte[] octets = new byte[length];
        new Random(length).nextBytes(octets);
        long id = database.call(em -> Octets.content(em, octets).id());

        assertThat(Octets.read(database, id)).isEqualTo(octets);
        long size = database.call(em -> em.find(MailContent.class, id).size());
        assertThat(size).isEqualTo(length);
    }

    @Test
    void aFolderIsPagedNewestFirst() {
        for (int i = 0; i < 5; i++) {
            deliver(i, BOB, "Number " + i);
        }
        Page<String> first = database.call(em -> subjects(em, "", Optional.empty(), 3));
        Page<String> second = database.call(em -> subjects(em, "", first.nextKey(), 3));

        assertThat(first.rows()).containsExactly("Number 4", "Number 3", "Number 2");
        assertThat(second.rows()).containsExactly("Number 1", "Number 0");
        assertThat(second.nextKey()).isEmpty();
    }

    @Test
    void searchLooksAtOuterHeadersAndTakesEverythingTypedLiterally() {
        deliver(1, BOB, "Quarter 100% done");
        deliver(2, BOB, "Quarter 100 done");
        deliver(3, BOB, "under_score!");

        assertThat(find("100%")).containsExactly("Quarter 100% done");
        assertThat(find("R_S")).containsExactly("under_score!");
        assertThat(find("QUARTER")).hasSize(2);
        assertThat(find("score!")).hasSize(1);
        assertThat(find("alice@corp")).hasSize(3);
        assertThat(find("nothing of it")).isEmpty();
    }

    @Test
    void nobodyReachesAnothersMessage() {
        long id = deliver(1, BOB, "For Bob");
        Optional<StoredMessage> alices = database.call(em -> new StoredMessageRepository(em).byId(ALICE, id));
        Optional<StoredMessage> bobs = database.call(em -> new StoredMessageRepository(em).byId(BOB, id));
        assertThat(alices).isEmpty();
        assertThat(bobs).isPresent();
    }

    @Test
    void aJobIsDeliveredToAFolderOnce() {
        deliver(7, BOB, "Once");
        assertThatThrownBy(() -> deliver(7, BOB, "Once")).isInstanceOf(PersistenceException.class);
        deliver(7, ALICE, "Once");
        assertThat(find("once")).hasSize(1);
    }

    @Test
    void readingTakesAMessageOffTheCountOfUnseenOnes() {
        long id = deliver(1, BOB, "New");
        assertThat(unseen()).isEqualTo(1);
        database.run(em ->
                new StoredMessageRepository(em).byId(BOB, id).orElseThrow().opened(false, Optional.empty()));
        assertThat(unseen()).isZero();
    }

    @Test
    void whatOpeningFoundOutIsRememberedForThisOwnerAlone() {
        long bobs = deliver(1, BOB, "Shared");
        long alices = deliver(1, ALICE, "Shared");
        database.run(em -> new StoredMessageRepository(em)
                .byId(BOB, bobs)
                .orElseThrow()
                .opened(true, Optional.of(Finding.Outcome.FAILED)));

        database.run(em -> {
            StoredMessage opened = em.find(StoredMessage.class, bobs);
            StoredMessage closed = em.find(StoredMessage.class, alices);
            assertThat(opened.label().files()).isTrue();
            assertThat(opened.signature()).contains(Finding.Outcome.FAILED);
            assertThat(closed.label().files()).isFalse();
            assertThat(closed.signature()).isEmpty();
        });
    }

    @Test
    void theLastOpeningCounts() {
        long id = deliver(1, BOB, "Twice");
        for (Finding.Outcome held : List.of(Finding.Outcome.UNKNOWN, Finding.Outcome.OK)) {
            database.run(em -> em.find(StoredMessage.class, id).opened(false, Optional.of(held)));
        }
        Optional<Finding.Outcome> remembered =
                database.call(em -> em.find(StoredMessage.class, id).signature());
        assertThat(remembered).contains(Finding.Outcome.OK);
    }

    @Test
    void aSharedContentGoesWithItsLastHolder() {
        long contentId = database.call(em -> {
            MailContent shared = Octets.content(em, "shared".getBytes(StandardCharsets.UTF_8));
            new StoredMessageRepository(em).add(StoredMessage.received(1, BOB, shared, label("Shared")));
            new StoredMessageRepository(em).add(StoredMessage.sent(1, ALICE, shared, label("Shared"), "carol"));
            return shared.id();
        });

        remove(BOB);
        assertThat(Octets.read(database, contentId)).isNotEmpty();
        remove(ALICE);
        assertThat(Octets.read(database, contentId)).isEmpty();
        Optional<MailContent> content = database.call(em -> Optional.ofNullable(em.find(MailContent.class, contentId)));
        assertThat(content).isEmpty();
    }

    @Test
    void blindCopiesShowInTheSendersOwnCopyOnly() {
        database.run(em -> {
            MailContent shared = Octets.content(em, new byte[] {1});
            new StoredMessageRepository(em).add(StoredMessage.received(1, BOB, shared, label("Blind")));
            new StoredMessageRepository(em).add(StoredMessage.sent(1, ALICE, shared, label("Blind"), "carol"));
        });
        List<Optional<String>> lines =
                database.call(em -> em.createQuery("select m from StoredMessage m order by m.id", StoredMessage.class)
                        .getResultStream()
                        .map(StoredMessage::bccLine)
                        .toList());
        assertThat(lines).containsExactly(Optional.empty(), Optional.of("carol"));
    }

    @Test
    void noticesOfTheKeyManagerHaveNoJobAndEachIsItsOwnMessage() {
        for (String subject : List.of("First", "Second")) {
            database.run(em -> new StoredMessageRepository(em)
                    .add(StoredMessage.notice(BOB, Octets.content(em, new byte[] {1}), label(subject))));
        }
        assertThat(database.call(em -> subjects(em, "", Optional.empty(), 9)).rows())
                .containsExactly("Second", "First");
        assertThat(unseen()).isEqualTo(2);
        List<StoredMessage> both = database.call(
                em -> em.createQuery("select m from StoredMessage m join fetch m.content", StoredMessage.class)
                        .getResultList());
        assertThat(both.get(0)).isNotEqualTo(both.get(1)).isEqualTo(both.get(0));
    }

    private long unseen() {
        return database.call(em -> new StoredMessageRepository(em).unseen(BOB));
    }

    private List<String> find(String text) {
        return database.call(em -> subjects(em, text, Optional.empty(), 10)).rows();
    }

    private long deliver(long job, MailboxId owner, String subject) {
        return database.call(em -> {
            StoredMessage message =
                    StoredMessage.received(job, owner, Octets.content(em, new byte[] {1}), label(subject));
            new StoredMessageRepository(em).add(message);
            return message.id();
        });
    }

    private void remove(MailboxId owner) {
        database.run(em -> {
            StoredMessage message = em.createQuery(
                            "select m from StoredMessage m where m.owner = :owner", StoredMessage.class)
                    .setParameter("owner", owner.value())
                    .getSingleResult();
            new StoredMessageRepository(em).remove(message);
        });
    }

    private static Page<String> subjects(EntityManager em, String text, Optional<String> key, int limit) {
        return new StoredMessageRepository(em)
                .page(BOB, Folder.INBOX, text, key, limit)
                .map(message -> message.label().subject());
    }

    private static MessageLabel label(String subject) {
        return new MessageLabel(
                "alice@corp.example",
                "Alice",
                "Bob <bob@corp.example>",
                subject,
                Seal.PLAIN,
                Optional.empty(),
                false,
                NOW);
    }
}
