package org.sealpost.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Providers;
import org.sealpost.model.ArrivalState;
import org.sealpost.model.ExportState;
import org.sealpost.model.ImportState;
import org.sealpost.model.MailboxState;
import org.sealpost.model.WrongTransferState;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.TransferCertificate;
import org.sealpost.protocol.SealpostException;
import org.sealpost.recovery.RecoveryService;
import org.sealpost.transfer.MovedKey;
import org.sealpost.transfer.MovedMailbox;
import org.sealpost.transfer.SignedTransfer;
import org.sealpost.transfer.TransferExpired;
import org.sealpost.transfer.TransferFile;
import org.sealpost.transfer.TransferForged;
import org.sealpost.transfer.TransferKind;

/** What brings nobody in: each a clear result, and nothing half done. */
class ImportRefusalsTest {
    private final TestClock clock = new TestClock();
    private final House here = new House("corp.example", clock).withOfficers();
    private final House there = new House("partner.example", clock).withOfficers();

    @BeforeEach
    void enrol() {
        here.enrol("alice").close();
        here.enrol("bob").close();
        clock.pass(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void tamperedFilesAreRefused() {
        byte[] file = here.exported(there.offer(), "alice");
        byte[] tampered = file.clone();
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf("id-alice");
        tampered[at + 3] = 'b';
        assertThatThrownBy(() -> there.look(tampered, here)).isInstanceOf(TransferForged.class);
        assertThatThrownBy(() -> there.look(new byte[] {1, 2, 3}, here)).isInstanceOf(BadEncoding.class);
        byte[] offer = Certificates.der(there.offer().certificate());
        assertThatThrownBy(() -> there.look(offer, here)).isInstanceOf(BadEncoding.class);
    }

    @Test
    void filesThatWereTooLongOnTheirWayAreRefused() {
        byte[] file = here.exported(there.offer(), "alice");
        clock.pass(TransferSigner.VALID.plusDays(1));
        assertThatThrownBy(() -> there.look(file, here)).isInstanceOf(TransferExpired.class);
    }

    @Test
    void filesForAnotherKeyManagerAreRefused() {
        try (House third = new House("third.example", clock)) {
            byte[] file = here.exported(third.offer(), "alice");
            assertCode("transfer-for-another", () -> there.look(file, here));
            assertThatThrownBy(() -> here.look(file, here)).isInstanceOf(MovingToOurselves.class);
        }
    }

    @Test
    void filesForAnEscrowKeyThatIsNoMoreAreRefused() {
        TransferCertificate old = there.offer();
        byte[] file = here.exported(old, "alice");
        long before = there.look(file, here);
        there.as("admin");
        Requested rotation = there.call(() -> there.get(RecoveryService.class).rotate("yearly", ""));
        assertThat(there.call(() -> there.approved(rotation))).isEqualTo(new Agreed.CarriedOut());
        assertCode("transfer-outdated", () -> there.look(file, here));
        Requested late = there.takeIn(before);
        assertThatThrownBy(() -> there.approve("officer1", late)).isInstanceOf(ImportRefused.class);
        assertThat(there.escrow("alice")).isEmpty();
        assertThat(there.offer().fingerprint()).isNotEqualTo(old.fingerprint());
    }

    @Test
    void unknownIdsStayOutAndTheOthersComeIn() {
        there.residents.lose("bob");
        byte[] file = here.exported(there.offer(), "alice", "bob");
        long imported = there.takenIn(file, here);
        assertThat(there.rows(imported))
                .extracting(ArrivalRow::address, ArrivalRow::state)
                .containsExactly(
                        tuple("alice@partner.example", ArrivalState.ARRIVED),
                        tuple("bob@corp.example", ArrivalState.UNKNOWN));
        Confirmed confirmed = here.confirm(there.receipt(imported));
        assertThat(confirmed.moved()).containsExactly("alice@corp.example");
        assertThat(confirmed.missing()).containsExactly("bob@corp.example");
        assertThat(here.mailbox("bob").state()).isEqualTo(MailboxState.ENABLED);
        assertThat(export(confirmed.export()).state()).isEqualTo(ExportState.SEALED);
        here.as("admin").assembly.run(() -> here.get(ExportService.class).withdraw(confirmed.export()));
        assertThat(here.mailbox("alice").state()).isEqualTo(MailboxState.REVOKED);
    }

    @Test
    void whenNobodyCanComeInThereIsNothingToAgreeTo() {
        there.residents.lose("alice");
        long imported = there.look(here.exported(there.offer(), "alice"), here);
        assertCode("nobody-to-take-in", () -> there.takeIn(imported));
        there.assembly.run(() -> there.get(ImportService.class).drop(imported));
        assertThatThrownBy(() -> there.takeIn(imported)).isInstanceOf(WrongTransferState.class);
    }

    @Test
    void replayedFilesBringNothingASecondTime() {
        byte[] file = here.exported(there.offer(), "alice");
        long first = there.look(file, here);
        long second = there.look(file, here);
        Requested twice = there.takeIn(second);
        there.approved(there.takeIn(first));
        assertThat(there.approved(twice)).isInstanceOf(Agreed.Failed.class);
        assertThat(there.escrow("alice")).hasSize(1);
        long third = there.look(file, here);
        assertThat(there.rows(third)).extracting(ArrivalRow::state).containsExactly(ArrivalState.ALREADY_HERE);
        assertCode("nobody-to-take-in", () -> there.takeIn(third));
        assertThatThrownBy(() -> there.takeIn(first)).isInstanceOf(WrongTransferState.class);
    }

    /** The other side has sealed something else under bob's name: only opening tells. */
    @Test
    void aKeyThatDoesNotFitLeavesItsMailboxOutAndTheOthersComeIn() {
        long imported = there.look(swapped(there.offer()), here);
        assertThat(there.rows(imported)).extracting(ArrivalRow::state).containsOnly(ArrivalState.READY);
        there.approved(there.takeIn(imported));
        assertThat(there.rows(imported))
                .extracting(ArrivalRow::state)
                .containsExactly(ArrivalState.ARRIVED, ArrivalState.NOT_OPENED);
        assertThat(there.escrow("bob")).isEmpty();
        assertThat(here.confirm(there.receipt(imported)).moved()).containsExactly("alice@corp.example");
    }

    /** A file that is signed, and holds alice's keys twice: the second time with bob's id and certificates. */
    private byte[] swapped(TransferCertificate to) {
        AskedExport asked = here.ask(here.order(to, "alice", "bob"));
        here.approved(asked.requested());
        TransferFile honest = TransferFile.of(
                SignedTransfer.read(here.file(asked.export()), TransferKind.KEYS, Providers.best(), clock.instant()));
        MovedMailbox alice = honest.mailboxes().get(0);
        MovedMailbox bob = honest.mailboxes().get(1);
        MovedKey wrong = new MovedKey(
                bob.keys().get(0).certificate(),
                clock.instant(),
                alice.keys().get(0).sealed());
        TransferFile swapped = new TransferFile(
                honest.number(),
                honest.recipient(),
                honest.organisation(),
                honest.sealedAt(),
                List.of(alice, new MovedMailbox(bob.id(), bob.address(), List.of(wrong))));
        return here.get(TransferSigner.class)
                .sign((signer, authority) -> swapped.sign(signer, authority, Providers.best()));
    }

    @Test
    void fileInTheDatabaseThatWasAlteredIsFoundOut() {
        long imported = there.look(here.exported(there.offer(), "alice"), here);
        byte[] another = here.exported(there.offer(), "bob");
        Requested asked = there.takeIn(imported);
        there.alter("update transfer_content set encoded = ?1 where id = ?2", another, "import-" + imported);
        assertThatThrownBy(() -> there.approve("officer1", asked)).isInstanceOf(ImportRefused.class);
        assertThat(there.call(() -> there.get(ImportService.class).imported(imported))
                        .state())
                .isEqualTo(ImportState.LOOKED);
    }

    private ExportRow export(long id) {
        return here.call(() -> here.get(ExportService.class).exported(id));
    }

    private static void assertCode(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SealpostException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
