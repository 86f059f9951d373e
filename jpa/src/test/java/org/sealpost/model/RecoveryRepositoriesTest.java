package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;
import org.sealpost.quorum.Commitments;
import org.sealpost.quorum.QuorumSize;
import org.sealpost.quorum.Sharing;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RecoveryRepositoriesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final MailboxId ALICE = new MailboxId("alice-id");
    private static final MailboxId BOB = new MailboxId("bob-id");
    private static final List<RecoveryOfficer> OFFICERS =
            List.of(new RecoveryOfficer(1, ALICE.value(), "Alice"), new RecoveryOfficer(2, BOB.value(), "Bob"));

    private final TestDatabase.Opened database;

    RecoveryRepositoriesTest(TestDatabase make) {
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
    void sharingIsProposedGetsItsPartsComesIntoForceAndIsWiped() {
        Commitments commitments = commitments();
        database.run(em -> new KeySharingRepository(em).add(sharing(1)));
        assertThat(database.list(em -> new KeySharingRepository(em).active())).isEmpty();
        database.run(em -> proposed(em).take(parts(0, 1)));
        database.run(em -> proposed(em).take(parts(0, 7)));
        database.run(em -> proposed(em).activate(commitments, NOW));
        database.run(em -> {
            KeySharing active = new KeySharingRepository(em).current().orElseThrow();
            assertThat(active.size()).isEqualTo(new QuorumSize(2, 2));
            assertThat(active.commitments()).isEqualTo(commitments);
            assertThat(active.officers()).isEqualTo(OFFICERS);
            assertThat(active.officer(BOB)).hasValue(OFFICERS.get(1));
            assertThat(active.partsOf(2)).singleElement().satisfies(part -> assertThat(part.sealed())
                    .containsExactly(7, 2));
            assertThat(new KeySharingRepository(em).nextId()).isEqualTo(2);
            assertThat(new KeySharingRepository(em).nextVersion()).isEqualTo(2);
            active.end(NOW);
        });
        database.run(em -> {
            KeySharing ended = new KeySharingRepository(em).byId(1).orElseThrow();
            assertThat(ended.state()).isEqualTo(SharingState.ENDED);
            assertThat(ended.parts()).isEmpty();
            assertThatThrownBy(() -> ended.take(parts(0, 1))).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void droppedProposalKeepsNothingThatWasDealt() {
        database.run(em -> new KeySharingRepository(em).add(sharing(1)));
        database.run(em -> proposed(em).take(parts(1, 1)));
        database.run(em -> proposed(em).drop(NOW));
        database.run(em -> {
            KeySharingRepository sharings = new KeySharingRepository(em);
            assertThat(sharings.proposed()).isEmpty();
            assertThat(sharings.byId(1).orElseThrow().parts()).isEmpty();
        });
    }

    @Test
    void packageIsFoundByItsCodeFilledOnceAndRemovedInTime() {
        byte[] hash = new byte[32];
        database.run(em -> {
            TokenTerms terms = new TokenTerms(hash, "admin", NOW, NOW.plus(Duration.ofDays(91)));
            new SealedPackageRepository(em)
                    .add(new SealedPackage("one", ALICE, PackagePurpose.RELEASE, terms, new byte[65]));
        });
        database.run(em -> {
            SealedPackage found = new SealedPackageRepository(em)
                    .byCode(PackagePurpose.RELEASE, hash)
                    .orElseThrow();
            found.fill(Map.of(), NOW, NOW.plusSeconds(60));
            assertThatThrownBy(() -> found.fill(Map.of(), NOW, NOW.plusSeconds(60)))
                    .isInstanceOf(IllegalStateException.class);
        });
        database.run(em -> {
            SealedPackageRepository packages = new SealedPackageRepository(em);
            assertThat(packages.byCode(PackagePurpose.RECOVERY, hash)).isEmpty();
            assertThat(packages.byCode(BOB, PackagePurpose.RELEASE, hash)).isEmpty();
            assertThat(packages.overdue(NOW, 10)).isEmpty();
            packages.overdue(NOW.plusSeconds(60), 10).forEach(packages::remove);
            assertThat(packages.of(ALICE, PackagePurpose.RELEASE)).isEmpty();
        });
    }

    @Test
    void rotationIsOpenUntilItEndsAndRemembersHowFarItWas() {
        long first = askRotation();
        long second = askRotation();
        database.run(em -> new EscrowRoundRepository(em).add(new EscrowRotation(first, 2, 5, NOW)));
        database.run(em -> rotation(em, first).moved(2, new Serial("b")));
        database.run(em -> rotation(em, first).moved(1, new Serial("d")));
        database.run(em -> {
            EscrowRotation open =
                    new EscrowRoundRepository(em).open(EscrowRotation.class).get(0);
            assertThat(open.moved()).isEqualTo(3);
            assertThat(open.keys()).isEqualTo(5);
            assertThat(open.lastSerial()).isEqualTo("d");
            open.again();
            assertThat(open.lastSerial()).isEmpty();
            open.end(NOW);
            assertThatThrownBy(() -> open.moved(1, new Serial("e"))).isInstanceOf(IllegalStateException.class);
            new EscrowRoundRepository(em).add(new EscrowRotation(second, 3, 5, NOW.plusSeconds(1)));
        });
        database.run(em -> {
            EscrowRoundRepository rotations = new EscrowRoundRepository(em);
            assertThat(rotations.open(EscrowRotation.class))
                    .extracting(EscrowRotation::request)
                    .containsExactly(second);
            assertThat(rotations.newest(EscrowRotation.class))
                    .map(EscrowRotation::keyVersion)
                    .contains(3);
            assertThat(rotation(em, first).endedAt()).contains(NOW);
        });
    }

    @Test
    void drillCountsItsStepsAndNamesTheFirstKeysThatDidNotOpen() {
        long first = askRotation();
        List<Serial> ten = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> new Serial("f" + number))
                .toList();
        database.run(em -> new EscrowRoundRepository(em).add(new EscrowDrill(first, 20, NOW)));
        database.run(
                em -> drill(em, first).took(new EscrowDrill.Step(3, List.of(new Serial("a")), 1, new Serial("d"))));
        database.run(em -> drill(em, first).took(new EscrowDrill.Step(4, ten, 0, new Serial("e"))));
        database.run(em -> {
            EscrowDrill open =
                    new EscrowRoundRepository(em).open(EscrowDrill.class).get(0);
            assertThat(open.opened()).isEqualTo(7);
            assertThat(open.failed()).isEqualTo(11);
            assertThat(open.later()).isEqualTo(1);
            assertThat(open.named()).hasSize(10).startsWith("a", "f1").endsWith("f9");
            assertThat(open.lastSerial()).isEqualTo("e");
            open.end(NOW);
            assertThatThrownBy(() -> open.took(new EscrowDrill.Step(1, List.of(), 0, new Serial("f"))))
                    .isInstanceOf(IllegalStateException.class);
        });
        database.run(em -> {
            assertThat(new EscrowRoundRepository(em).open(EscrowDrill.class)).isEmpty();
            assertThat(new EscrowRoundRepository(em).newest(EscrowDrill.class))
                    .map(EscrowDrill::request)
                    .contains(first);
            assertThat(drill(em, first).endedAt()).contains(NOW);
        });
    }

    private static EscrowDrill drill(EntityManager em, long request) {
        return new EscrowRoundRepository(em).lock(EscrowDrill.class, request).orElseThrow();
    }

    private long askRotation() {
        ApprovalTerms terms = new ApprovalTerms(SensitiveVerb.ROTATE_ESCROW_KEY, "Key escrow", "{}", "yearly", "");
        ApprovalRequest request = new ApprovalRequest(
                terms, new Signatory(ALICE, "alice", "Alice"), ApprovalPolicy.standard(terms.verb()), NOW);
        database.run(em -> new ApprovalRepository(em).add(request));
        return request.id();
    }

    private static EscrowRotation rotation(EntityManager em, long request) {
        return new EscrowRoundRepository(em).lock(EscrowRotation.class, request).orElseThrow();
    }

    private static KeySharing proposed(EntityManager em) {
        return new KeySharingRepository(em).proposed("proposal").get(0);
    }

    private static KeySharing sharing(int id) {
        return new KeySharing(id, 1, 2, OFFICERS, "proposal", NOW);
    }

    private static List<SharePart> parts(int dealer, int mark) {
        return List.of(
                new SharePart(1, dealer, new byte[] {1}, new byte[] {(byte) mark, 1}),
                new SharePart(2, dealer, new byte[] {1}, new byte[] {(byte) mark, 2}));
    }

    private static Commitments commitments() {
        SecureRandom random = new SecureRandom();
        try (Hpke.Pair pair = new Hpke(Providers.best(), random).keyPair();
                Sharing sharing = Sharing.of(pair.privateKey(), new QuorumSize(2, 2), random)) {
            return sharing.commitments();
        }
    }
}
