package org.sealpost.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.TestClock;
import org.sealpost.model.Act;
import org.sealpost.model.ArrivalState;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.ImportRepository;
import org.sealpost.model.ImportState;
import org.sealpost.model.WrongApprovalState;
import org.sealpost.model.WrongTransferState;

/** Files that were looked at and left. */
class ImportSweepTest {
    private final TestClock clock = new TestClock();
    private final House here = new House("corp.example", clock).withOfficers();
    private final House there = new House("partner.example", clock).withOfficers();
    private byte[] file = {};

    @BeforeEach
    void export() {
        here.enrol("alice").close();
        clock.pass(Duration.ofHours(1));
        file = here.exported(there.offer(), "alice");
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void goWithTheirFilesWhenTheirSignaturesCountNoMore() {
        long looked = there.look(file, here);
        clock.pass(TransferSigner.VALID);
        sweep();
        assertThat(state(looked)).isEqualTo(ImportState.LOOKED);
        clock.pass(Duration.ofSeconds(1));
        sweep();
        assertThat(state(looked)).isEqualTo(ImportState.DROPPED);
        assertThat(kept(looked)).isFalse();
        assertThat(there.rows(looked)).extracting(ArrivalRow::state).containsExactly(ArrivalState.READY);
        assertThat(there.log(Act.DROP_IMPORT))
                .extracting(AuditRecord::details)
                .containsExactly("not taken in within 30 days");
        assertThatThrownBy(() -> there.takeIn(looked)).isInstanceOf(WrongTransferState.class);
        sweep();
        assertThat(there.log(Act.DROP_IMPORT)).hasSize(1);
    }

    @Test
    void newerOnesStay() {
        long first = there.look(file, here);
        clock.pass(Duration.ofDays(20));
        long second = there.look(file, here);
        clock.pass(Duration.ofDays(11));
        sweep();
        assertThat(state(first)).isEqualTo(ImportState.DROPPED);
        assertThat(state(second)).isEqualTo(ImportState.LOOKED);
        assertThat(kept(second)).isTrue();
    }

    @Test
    void whatWasTakenInStaysTakenIn() {
        long taken = there.takenIn(file, here);
        clock.pass(TransferSigner.VALID.plusDays(1));
        sweep();
        assertThat(state(taken)).isEqualTo(ImportState.TAKEN_IN);
        assertThat(there.receipt(taken)).isNotEmpty();
    }

    @Test
    void whoWasAskedToAgreeIsNotAskedAnyLonger() {
        long looked = there.look(file, here);
        Requested requested = there.takeIn(looked);
        there.as("admin").assembly.run(() -> there.get(ImportService.class).drop(looked));
        assertThatThrownBy(() -> there.approve("officer1", requested)).isInstanceOf(WrongApprovalState.class);
        assertThat(there.log(Act.USE_APPROVAL))
                .extracting(AuditRecord::details)
                .singleElement()
                .asString()
                .endsWith(": import-dropped");
    }

    /** Between finding one and dropping it somebody else has done so. */
    @Test
    void oneThatWasGivenUpMeanwhileIsLeftAlone() {
        long looked = there.look(file, here);
        there.as("admin").assembly.run(() -> there.get(ImportService.class).drop(looked));
        there.assembly.run(() -> there.get(ImportDesk.class).expire(looked));
        assertThat(there.log(Act.DROP_IMPORT)).hasSize(1);
    }

    private void sweep() {
        there.assembly.run(() -> there.get(ImportSweep.class).look());
    }

    private ImportState state(long id) {
        return there.call(() -> there.get(ImportService.class).imported(id)).state();
    }

    private boolean kept(long id) {
        return there.call(() -> there.get(ImportRepository.class).content(id)).isPresent();
    }
}
