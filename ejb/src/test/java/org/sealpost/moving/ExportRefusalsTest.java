package org.sealpost.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalState;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.ExportState;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxState;
import org.sealpost.model.OwnRequest;
import org.sealpost.model.WrongApprovalState;
import org.sealpost.model.WrongTransferState;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.FingerprintNotConfirmed;
import org.sealpost.pki.TransferCertificate;
import org.sealpost.pki.UnusableTransferCertificate;

/** What takes nobody away: each a clear result, and nothing half done. */
class ExportRefusalsTest {
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
    void wrongOrHalfFingerprintAsksNobody() {
        TransferCertificate to = there.offer();
        for (String typed :
                List.of(here.fingerprint(), to.fingerprint().grouped().substring(0, 40), "")) {
            ExportOrder order = new ExportOrder(
                    List.of("alice@corp.example"), Certificates.der(to.certificate()), typed, "moves", "");
            assertThatThrownBy(() -> here.ask(order)).isInstanceOf(FingerprintNotConfirmed.class);
        }
        byte[] file = here.exported(to, "alice");
        assertThatThrownBy(() -> there.as("admin")
                        .call(() -> there.get(ImportService.class).look(file, there.fingerprint())))
                .isInstanceOf(FingerprintNotConfirmed.class);
        assertThat(there.log(Act.LOOK_AT_IMPORT)).isEmpty();
    }

    @Test
    void certificatesOfOtherKindsAndOurOwnAreNotSealedTo() {
        TransferCertificate own = here.offer();
        assertThatThrownBy(() -> here.ask(here.order(own, "alice"))).isInstanceOf(MovingToOurselves.class);
        TransferCertificate mailbox =
                new TransferCertificate(there.enrol("carol").currentEncryption().certificate());
        assertThatThrownBy(() -> here.ask(here.order(mailbox, "alice")))
                .isInstanceOf(UnusableTransferCertificate.class);
        TransferCertificate late = there.offer();
        clock.pass(Duration.ofDays(91));
        assertThatThrownBy(() -> here.ask(here.order(late, "alice"))).isInstanceOf(UnusableTransferCertificate.class);
    }

    @Test
    void whoIsUnknownHasNoKeysOrIsLeavingAlreadyCannotBeAskedFor() {
        TransferCertificate to = there.offer();
        assertThatThrownBy(() -> here.ask(here.order(to, "nobody"))).isInstanceOf(MailboxNotKnown.class);
        assertThatThrownBy(() -> here.ask(here.order(to, "carol"))).isInstanceOf(MailboxNotKnown.class);
        AskedExport first = here.ask(here.order(to, "alice", "alice"));
        assertThatThrownBy(() -> here.ask(here.order(to, "bob", "alice")))
                .isInstanceOfSatisfying(
                        ExportRefused.class, e -> assertThat(e.code()).isEqualTo("mailbox-leaving"));
        here.as("admin").assembly.run(() -> here.get(ExportService.class).withdraw(first.export()));
        here.ask(here.order(to, "bob", "alice"));
    }

    @Test
    void aWithdrawnExportIsNotSealedAnyMore() {
        AskedExport asked = here.ask(here.order(there.offer(), "alice"));
        here.as("admin").assembly.run(() -> here.get(ExportService.class).withdraw(asked.export()));
        assertThatThrownBy(() -> here.approve("officer1", asked.requested()))
                .isInstanceOfSatisfying(WrongApprovalState.class, wrong -> assertThat(wrong.arguments())
                        .contains(ApprovalState.FAILED));
        assertThat(here.log(Act.USE_APPROVAL))
                .extracting(AuditRecord::details)
                .singleElement()
                .asString()
                .endsWith(": export-withdrawn");
        assertThatThrownBy(() -> here.file(asked.export())).isInstanceOf(ExportRefused.class);
    }

    @Test
    void whoHasLeftTheDirectoryIsFoundByTheLastAddress() {
        here.residents.lose("bob");
        assertThat(here.ask(here.order(there.offer(), "bob")).requested()).isInstanceOf(Requested.Waiting.class);
    }

    @Test
    void replayedReceiptsRevokeNobodyASecondTime() {
        long imported = there.takenIn(here.exported(there.offer(), "alice"), here);
        byte[] receipt = there.receipt(imported);
        here.confirm(receipt);
        assertThatThrownBy(() -> here.confirm(receipt)).isInstanceOf(WrongTransferState.class);
        assertThat(here.log(Act.REVOKE)).hasSize(1);
    }

    @Test
    void receiptsOfWithdrawnExportsCountNoLonger() {
        long imported = there.takenIn(here.exported(there.offer(), "alice"), here);
        byte[] receipt = there.receipt(imported);
        long export = here.call(() -> here.get(ExportService.class).exports(Optional.empty(), 5))
                .rows()
                .get(0)
                .id();
        here.as("admin").assembly.run(() -> here.get(ExportService.class).withdraw(export));
        assertThatThrownBy(() -> here.confirm(receipt)).isInstanceOf(WrongTransferState.class);
        assertThat(here.mailbox("alice").state()).isEqualTo(MailboxState.ENABLED);
    }

    @Test
    void receiptsOfAnotherKeyManagerMoveNobody() {
        long imported = there.takenIn(here.exported(there.offer(), "alice"), here);
        byte[] file = here.exported(there.offer(), "bob");
        there.takenIn(file, here);
        byte[] real = there.receipt(imported);
        assertThatThrownBy(() -> there.confirm(real)).isInstanceOf(NoSuchTransfer.class);
        assertThatThrownBy(() -> here.confirm(file)).isInstanceOf(BadEncoding.class);
        try (House third = new House("third.example", clock)) {
            third.as("admin");
            third.alter(
                    "insert into mailbox_import (id, transfer_number, recipient, authority, organisation, state,"
                            + " sealed_at, looked_by, looked_at, changed_at, version) values (1, ?1, ?2, ?2, 'x',"
                            + " 'TAKEN_IN', current_timestamp, 'x', current_timestamp, current_timestamp, 0)",
                    there.call(() -> there.get(ImportService.class).imported(imported))
                            .number(),
                    there.offer().fingerprint().hex());
            third.enrol("alice").close();
            third.alter("insert into imported_mailbox (import_id, position, mailbox, address, state, key_count)"
                    + " values (1, 1, 'id-alice', 'x', 'ARRIVED', 1)");
            byte[] forged = third.receipt(1);
            assertThatThrownBy(() -> here.confirm(forged)).isInstanceOf(ReceiptOfAnother.class);
        }
        assertThat(here.mailbox("alice").state()).isEqualTo(MailboxState.ENABLED);
        assertThat(here.confirm(real).moved()).containsExactly("alice@corp.example");
    }

    @Test
    void damagedEscrowHereSealsNothing() {
        AskedExport asked = here.ask(here.order(there.offer(), "alice", "bob"));
        byte[] bobs = here.escrow("bob").get(0).sealed();
        here.alter(
                "update escrowed_key set sealed = ?1 where serial = ?2",
                bobs,
                here.escrow("alice").get(0).serial().value());
        assertThat(here.approved(asked.requested())).isInstanceOf(Agreed.Failed.class);
        assertThatThrownBy(() -> here.file(asked.export())).isInstanceOf(ExportRefused.class);
        assertThat(export(asked.export()).state()).isEqualTo(ExportState.ASKED);
    }

    @Test
    void nobodyAgreesToTheOwnExport() {
        here.as("officer1");
        AskedExport own = here.call(() -> here.get(ExportService.class).export(here.order(there.offer(), "alice")));
        assertThatThrownBy(() -> here.approve("officer1", own.requested())).isInstanceOf(OwnRequest.class);
    }

    private ExportRow export(long id) {
        return here.call(() -> here.get(ExportService.class).exported(id));
    }
}
