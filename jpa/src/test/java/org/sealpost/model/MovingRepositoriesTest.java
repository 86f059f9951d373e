package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.pki.TransferCertificate;
import org.sealpost.transfer.MovedMailbox;
import org.sealpost.transfer.TransferFile;

/** What is kept of people who move, and its two state machines. */
class MovingRepositoriesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final MailboxId ALICE = new MailboxId("id-alice");
    private static final MailboxId BOB = new MailboxId("id-bob");
    private static final String NUMBER = "827eda71-6c48-4f27-8489-da2419656af2";
    private static final TransferCertificate THERE = ForeignCorp.transferCertificate();

    /** The whole state machine: every state with every verb; "-" is a wrong move. */
    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @CsvSource({
        "ASKED,     SEAL,     SEALED",
        "ASKED,     CONFIRM,  -",
        "ASKED,     WITHDRAW, WITHDRAWN",
        "SEALED,    SEAL,     -",
        "SEALED,    CONFIRM,  CONFIRMED",
        "SEALED,    WITHDRAW, WITHDRAWN",
        "CONFIRMED, SEAL,     -",
        "CONFIRMED, CONFIRM,  -",
        "CONFIRMED, WITHDRAW, -",
        "WITHDRAWN, SEAL,     -",
        "WITHDRAWN, CONFIRM,  -",
        "WITHDRAWN, WITHDRAW, -",
    })
    void exportsMoveAlongTheirStates(ExportState from, ExportVerb verb, String to) {
        assertThat(from.allows(verb)).isEqualTo(!to.equals("-"));
        if (!to.equals("-")) {
            assertThat(verb.to()).isEqualTo(ExportState.valueOf(to));
        }
    }

    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @CsvSource({
        "LOOKED,   TAKE_IN, TAKEN_IN",
        "LOOKED,   DROP,    DROPPED",
        "TAKEN_IN, TAKE_IN, -",
        "TAKEN_IN, DROP,    -",
        "DROPPED,  TAKE_IN, -",
        "DROPPED,  DROP,    -",
    })
    void importsMoveAlongTheirStates(ImportState from, ImportVerb verb, String to) {
        assertThat(from.allows(verb)).isEqualTo(!to.equals("-"));
        if (!to.equals("-")) {
            assertThat(verb.to()).isEqualTo(ImportState.valueOf(to));
        }
    }

    @ParameterizedTest(name = "{0}: taken {1}, here {2}")
    @CsvSource({
        "READY,        true,  false",
        "HAS_KEYS,     true,  false",
        "ALREADY_HERE, false, true",
        "UNKNOWN,      false, false",
        "DAMAGED,      false, false",
        "TWICE,        false, false",
        "ARRIVED,      false, true",
        "NOT_OPENED,   false, false",
    })
    void whatIsFoundSaysWhoIsTakenAndWhoIsHere(ArrivalState state, boolean taken, boolean here) {
        assertThat(state.taken()).isEqualTo(taken);
        assertThat(state.here()).isEqualTo(here);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anExportComesBackAsItWas(TestDatabase make) {
        try (TestDatabase.Opened database = make.open()) {
            long id = exported(database);
            database.run(em -> {
                MailboxExport found = new ExportRepository(em).lock(NUMBER).orElseThrow();
                found.move(ExportVerb.SEAL, NOW.plusSeconds(1));
                new ExportRepository(em).keep(id, new byte[] {1, 2, 3});
                new ExportRepository(em).mailboxes(id).get(0).seal(3);
                new ExportRepository(em).mailboxes(id).get(1).arrive(NOW);
            });
            database.run(em -> {
                ExportRepository exports = new ExportRepository(em);
                MailboxExport found = exports.byId(id).orElseThrow();
                assertThat(found.state()).isEqualTo(ExportState.SEALED);
                assertThat(found.recipient()).isEqualTo(THERE);
                assertThat(found.askedAt()).isEqualTo(NOW);
                assertThat(found.label()).contains(NUMBER);
                assertThat(exports.content(id).orElseThrow()).containsExactly(1, 2, 3);
                assertThat(exports.mailboxes(id))
                        .extracting(ExportedMailbox::mailbox, ExportedMailbox::keys, ExportedMailbox::state)
                        .containsExactly(tuple(ALICE, 3, DepartureState.LEAVING), tuple(BOB, 1, DepartureState.MOVED));
                assertThat(exports.leavingWith(ALICE)).contains(id);
                assertThat(exports.leavingWith(BOB)).isEmpty();
                assertThat(exports.page(Optional.empty(), 5).rows()).containsExactly(found);
                assertThat(exports.mailboxes(id, Optional.of(ALICE.value()), 5).rows())
                        .hasSize(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoseExportHasEndedLeavesNoLonger(TestDatabase make) {
        try (TestDatabase.Opened database = make.open()) {
            long id = exported(database);
            database.run(em -> {
                MailboxExport found = new ExportRepository(em).lock(id).orElseThrow();
                found.move(ExportVerb.WITHDRAW, NOW);
                new ExportRepository(em).forget(id);
            });
            database.run(em -> {
                assertThat(new ExportRepository(em).leavingWith(ALICE)).isEmpty();
                assertThat(new ExportRepository(em).content(id)).isEmpty();
                MailboxExport found = new ExportRepository(em).lock(id).orElseThrow();
                assertThatThrownBy(() -> found.move(ExportVerb.CONFIRM, NOW))
                        .isInstanceOfSatisfying(WrongTransferState.class, wrong -> assertThat(wrong.arguments())
                                .containsExactly(id, ExportState.WITHDRAWN, ExportVerb.CONFIRM));
                new ExportRepository(em).remove(found);
            });
            database.run(em -> assertThat(new ExportRepository(em).byId(id)).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anImportComesBackAsItWas(TestDatabase make) {
        try (TestDatabase.Opened database = make.open()) {
            MailboxImport looked = new MailboxImport(file(), THERE.fingerprint(), "ada", NOW);
            database.run(em -> {
                ImportRepository imports = new ImportRepository(em);
                imports.add(looked);
                imports.add(new ImportedMailbox(
                        new ImportedMailbox.Key(looked.id(), 1), ALICE, "alice@corp.example", ArrivalState.READY, 2));
                imports.keep(looked.id(), new byte[] {9});
            });
            database.run(em -> {
                ImportRepository imports = new ImportRepository(em);
                MailboxImport found = imports.lock(looked.id()).orElseThrow();
                found.move(ImportVerb.TAKE_IN, NOW);
                imports.mailboxes(found.id()).get(0).become(ArrivalState.ARRIVED);
                imports.forget(found.id());
                assertThat(found.recipient()).isEqualTo(THERE.fingerprint());
            });
            database.run(em -> {
                ImportRepository imports = new ImportRepository(em);
                assertThat(imports.content(looked.id())).isEmpty();
                assertThat(imports.mailboxes(looked.id()))
                        .extracting(ImportedMailbox::state)
                        .containsExactly(ArrivalState.ARRIVED);
                MailboxImport found = imports.byId(looked.id()).orElseThrow();
                assertThatThrownBy(() -> found.check(ImportVerb.DROP)).isInstanceOf(WrongTransferState.class);
                assertThat(imports.page(Optional.empty(), 5).rows()).containsExactly(found);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aKeyFromElsewhereIsInEscrowWithoutACertificateOfOurOwn(TestDatabase make) {
        try (TestDatabase.Opened database = make.open()) {
            MailboxImport looked = new MailboxImport(file(), THERE.fingerprint(), "ada", NOW);
            Serial serial = new Serial("7b");
            database.run(em -> {
                new MailboxRepository(em).add(new Mailbox(ALICE, "alice@corp.example", NOW));
                new ImportRepository(em).add(looked);
            });
            database.run(em -> {
                new MovedCertificateRepository(em)
                        .add(new MovedCertificate(serial, ALICE, looked.id(), new byte[] {4}));
                new EscrowedKeyRepository(em).add(new EscrowedKey(ALICE, serial, 1, new byte[] {5}, NOW));
            });
            database.run(em -> {
                assertThat(new EscrowedKeyRepository(em).history(ALICE)).hasSize(1);
                assertThat(new MovedCertificateRepository(em)
                                .bySerial(serial)
                                .orElseThrow()
                                .encoded())
                        .containsExactly(4);
                assertThat(new IntegrityRepository(em).moved(serial)).isPresent();
            });
        }
    }

    @Test
    void theNewestOfferOfAVersionIsTheOneThatLastsLongest() {
        try (TestDatabase.Opened database = TestDatabase.H2.open()) {
            OfferedCertificate offered = new OfferedCertificate(THERE, 1, "ada", NOW);
            database.run(em -> new OfferedCertificateRepository(em).add(offered));
            database.run(em -> {
                OfferedCertificateRepository offers = new OfferedCertificateRepository(em);
                assertThat(offers.newest(1)).contains(offered);
                assertThat(offers.newest(2)).isEmpty();
                assertThat(offers.byFingerprint(THERE.fingerprint())
                                .orElseThrow()
                                .certificate())
                        .isEqualTo(THERE);
            });
        }
    }

    private static long exported(TestDatabase.Opened database) {
        MailboxExport export = new MailboxExport(NUMBER, THERE, "moves", "ada", NOW);
        database.run(em -> {
            Mailbox alice = new Mailbox(ALICE, "alice@corp.example", NOW);
            Mailbox bob = new Mailbox(BOB, "bob@corp.example", NOW);
            new MailboxRepository(em).add(alice);
            new MailboxRepository(em).add(bob);
            em.flush();
            ExportRepository exports = new ExportRepository(em);
            exports.add(export);
            exports.add(new ExportedMailbox(export.id(), alice, 1));
            exports.add(new ExportedMailbox(export.id(), bob, 1));
        });
        return export.id();
    }

    private static TransferFile file() {
        return new TransferFile(
                NUMBER,
                THERE.fingerprint(),
                "Elsewhere",
                NOW,
                List.of(new MovedMailbox(ALICE.value(), "alice@corp.example", List.of())));
    }
}
