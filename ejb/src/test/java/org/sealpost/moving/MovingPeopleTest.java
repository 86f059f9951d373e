package org.sealpost.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.TestClock;
import org.sealpost.epf.SecurityFile;
import org.sealpost.integrity.EscrowWitness;
import org.sealpost.model.Act;
import org.sealpost.model.ArrivalState;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.DepartureState;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.ExportState;
import org.sealpost.model.ImportState;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.RevocationCause;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.TransferCertificate;

/** Two organisations, each with its own Key Manager and database; alice has three old encryption keys. */
class MovingPeopleTest {
    private final TestClock clock = new TestClock();
    private final House here = new House("corp.example", clock).withOfficers();
    private final House there = new House("partner.example", clock).withOfficers();
    private final List<OldMail> mail = new ArrayList<>();

    @BeforeEach
    void writeMail() throws Exception {
        try (SecurityFile first = here.enrol("alice")) {
            mail.add(OldMail.to(first.currentEncryption(), "the first", clock));
        }
        for (String text : List.of("the second", "the third")) {
            clock.pass(Duration.ofDays(100));
            try (OwnedKey further = here.furtherKey("alice")) {
                mail.add(OldMail.to(further, text, clock));
            }
        }
        clock.pass(Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void aHistoryMovesAndOldMailOpensThere() throws Exception {
        byte[] file = here.exported(there.offer(), "alice");
        long imported = there.look(file, here);
        assertThat(there.rows(imported)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(ArrivalState.READY);
            assertThat(row.keys()).isEqualTo(3);
            assertThat(row.address()).isEqualTo("alice@partner.example");
        });
        assertThat(there.approved(there.takeIn(imported))).isEqualTo(new Agreed.CarriedOut());
        assertThat(there.rows(imported)).extracting(ArrivalRow::state).containsExactly(ArrivalState.ARRIVED);
        assertThat(there.mailbox("alice").state()).isEqualTo(MailboxState.EXPIRED);

        assertThat(here.mailbox("alice").state()).isEqualTo(MailboxState.ENABLED);
        Confirmed confirmed = here.confirm(there.receipt(imported));
        assertThat(confirmed.moved()).containsExactly("alice@corp.example");

        try (SecurityFile recovered = there.recovered("alice")) {
            assertThat(recovered.encryption()).hasSize(4);
            for (OldMail old : mail) {
                assertThat(old.openedWith(recovered, clock)).contains(old.text());
            }
        }
        assertThat(there.mailbox("alice").state()).isEqualTo(MailboxState.ENABLED);
    }

    @Test
    void afterTheReceiptTheCertificatesHereAreRevokedAndTheHistoryStays() {
        long imported = there.takenIn(here.exported(there.offer(), "alice"), here);
        here.confirm(there.receipt(imported));
        assertThat(here.mailbox("alice").state()).isEqualTo(MailboxState.REVOKED);
        assertThat(here.mailbox("alice").revokedAs()).contains(RevocationCause.MOVED);
        assertThat(here.call(() -> here.get(IssuedCertificateRepository.class).history(Residents.id("alice"))))
                .isNotEmpty()
                .allSatisfy(certificate -> assertThat(
                                certificate.revocation().orElseThrow().reason())
                        .isEqualTo(RevocationReason.AFFILIATION_CHANGED));
        assertThat(here.escrow("alice")).hasSize(3);
        assertThat(there.escrow("alice")).hasSize(3);
        ExportRow row = here.call(() -> here.get(ExportService.class).exports(Optional.empty(), 5))
                .rows()
                .get(0);
        assertThat(row.state()).isEqualTo(ExportState.CONFIRMED);
        assertThat(here.call(() -> here.get(ExportService.class).mailboxes(row.id(), Optional.empty(), 5))
                        .rows())
                .extracting(DepartureRow::state)
                .containsExactly(DepartureState.MOVED);
    }

    @Test
    void theHistoryKeepsItsOrderAndIsSealedToTheOtherEscrow() {
        there.takenIn(here.exported(there.offer(), "alice"), here);
        assertThat(there.escrow("alice"))
                .extracting(EscrowedKey::serial, EscrowedKey::depositedAt)
                .containsExactlyElementsOf(here.escrow("alice").stream()
                        .map(key -> tuple(key.serial(), key.depositedAt()))
                        .toList());
        assertThat(there.escrow("alice"))
                .extracting(EscrowedKey::sealed)
                .doesNotContainAnyElementsOf(
                        here.escrow("alice").stream().map(EscrowedKey::sealed).toList());
        assertThat(EscrowWitness.unbound(there.assembly)).isEmpty();
    }

    @Test
    void nothingIsSealedBeforeTheOfficersHaveAgreedAndNothingIsTakenInEither() {
        AskedExport asked = here.ask(here.order(there.offer(), "alice"));
        assertThat(asked.requested())
                .isEqualTo(new Requested.Waiting(asked.requested().request(), 2));
        assertThat(here.approve("officer1", asked.requested())).isEqualTo(new Agreed.Waiting(1));
        assertThatThrownBy(() -> here.file(asked.export())).isInstanceOf(ExportRefused.class);
        here.approve("officer2", asked.requested());

        long imported = there.look(here.file(asked.export()), here);
        there.approve("officer1", there.takeIn(imported));
        assertThat(there.escrow("alice")).isEmpty();
        assertThatThrownBy(() -> there.receipt(imported)).isInstanceOf(ImportRefused.class);
        assertThat(there.call(() -> there.get(ImportService.class).imported(imported))
                        .state())
                .isEqualTo(ImportState.LOOKED);
    }

    @Test
    void beforeOfficersAreNamedTheKeyManagersOpenByThemselvesButNotWithoutAnothersYes() {
        try (House young = new House("young.example", clock);
                House newer = new House("newer.example", clock)) {
            young.enrol("officer1").close();
            newer.enrol("officer1").close();
            young.enrol("bob").close();
            AskedExport asked = young.ask(young.order(newer.offer(), "bob"));
            young.approve("officer1", asked.requested());
            young.approve("officer2", asked.requested());
            long imported = newer.look(young.file(asked.export()), young);
            newer.approve("officer1", newer.takeIn(imported));
            assertThat(newer.escrow("bob")).hasSize(1);
            assertThat(young.confirm(newer.receipt(imported)).moved()).containsExactly("bob@young.example");
        }
    }

    @Test
    void whoeverHasKeysThereAlreadyGetsTheOldOnesBehindThem() throws Exception {
        there.enrol("alice").close();
        long imported = there.look(here.exported(there.offer(), "alice"), here);
        assertThat(there.rows(imported)).extracting(ArrivalRow::state).containsExactly(ArrivalState.HAS_KEYS);
        there.approved(there.takeIn(imported));
        assertThat(there.mailbox("alice").state()).isEqualTo(MailboxState.ENABLED);
        assertThat(there.escrow("alice")).hasSize(4);
        try (SecurityFile recovered = there.recovered("alice")) {
            assertThat(recovered.encryption()).hasSize(5);
            assertThat(mail.get(0).openedWith(recovered, clock)).contains("the first");
        }
    }

    @Test
    void aKeyThatWasMadeWhileTheFileWasOnItsWayHoldsTheMailboxBack() {
        long imported = there.takenIn(here.exported(there.offer(), "alice"), here);
        clock.pass(Duration.ofDays(1));
        here.furtherKey("alice").close();
        byte[] receipt = there.receipt(imported);
        assertThatThrownBy(() -> here.confirm(receipt)).isInstanceOf(ExportRefused.class);
        assertThat(here.mailbox("alice").state()).isEqualTo(MailboxState.ENABLED);
    }

    @Test
    void whoComesBackBringsWhatWasAddedMeanwhile() throws Exception {
        long imported = there.takenIn(here.exported(there.offer(), "alice"), here);
        here.confirm(there.receipt(imported));
        there.recovered("alice").close();
        clock.pass(Duration.ofDays(1));

        long back = here.look(there.exported(here.offer(), "alice"), there);
        assertThat(here.rows(back)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(ArrivalState.HAS_KEYS);
            assertThat(row.keys()).isEqualTo(4);
        });
        here.approved(here.takeIn(back));
        assertThat(here.escrow("alice")).hasSize(4);
        assertThat(there.confirm(here.receipt(back)).moved()).containsExactly("alice@partner.example");
        try (SecurityFile recovered = here.recovered("alice")) {
            assertThat(recovered.encryption()).hasSize(5);
            assertThat(mail.get(2).openedWith(recovered, clock)).contains("the third");
        }
    }

    @Test
    void theLogNamesWhoAskedWhoAgreedAndWhy() {
        TransferCertificate to = there.offer();
        long imported = there.takenIn(here.exported(to, "alice"), here);
        here.confirm(there.receipt(imported));
        assertThat(there.log(Act.OFFER_TRANSFER)).hasSize(1);
        assertThat(here.log(Act.EXPORT_MAILBOXES)).singleElement().satisfies(said -> {
            assertThat(said.grounds().approvers()).isEqualTo("officer1, officer3");
            assertThat(said.grounds().reason()).isEqualTo("moves");
            assertThat(said.grounds().ticket()).isEqualTo("T-1");
            assertThat(said.details())
                    .contains("1 mailboxes, 3 keys")
                    .contains(to.fingerprint().hex());
        });
        assertThat(there.log(Act.IMPORT_MAILBOXES))
                .singleElement()
                .satisfies(said -> assertThat(said.grounds().approvers()).isEqualTo("officer1, officer3"));
        assertThat(there.log(Act.LOOK_AT_IMPORT)).hasSize(1);
        assertThat(there.log(Act.SIGN_RECEIPT)).hasSize(1);
        assertThat(here.log(Act.FETCH_EXPORT)).hasSize(1);
        assertThat(here.log(Act.CONFIRM_EXPORT)).extracting(AuditRecord::actor).containsExactly("admin");
        assertThat(here.log(Act.REVOKE)).singleElement().satisfies(said -> assertThat(said.details())
                .contains("MOVED"));
    }
}
