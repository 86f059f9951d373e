package org.sealpost.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.approval.ApprovalOffice;
import org.sealpost.assembly.Assembly;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalState;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.BulkItem;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkRepository;
import org.sealpost.model.BulkRun;
import org.sealpost.model.BulkState;
import org.sealpost.model.BulkTerms;
import org.sealpost.model.BulkVerb;
import org.sealpost.model.MailboxId;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.WrongApprovalState;
import org.sealpost.model.WrongBulkState;

/** Nobody is asked any longer to agree to a run that was cancelled. */
class BulkCancellationTest {
    private final ApprovalOffice office = new ApprovalOffice(Assembly.freshH2());
    private final BulkDesk desk = office.get(BulkDesk.class);

    @BeforeEach
    void askOneOther() {
        for (BulkKind kind : BulkKind.values()) {
            office.policy(kind.verb(), 1);
        }
    }

    @AfterEach
    void close() {
        office.close();
    }

    @ParameterizedTest
    @EnumSource
    void itsRequestEndsWithIt(BulkKind kind) {
        long run = planned(kind);
        long asked = ask(kind, run);
        cancel(run);
        assertThat(office.request(asked).state()).isEqualTo(ApprovalState.FAILED);
        assertThatThrownBy(() -> office.as("olga").agree(asked)).isInstanceOf(WrongApprovalState.class);
        assertThat(state(run)).isEqualTo(BulkState.CANCELLED);
        assertThat(office.log().stream().filter(said -> said.act() == Act.USE_APPROVAL))
                .extracting(AuditRecord::subject, AuditRecord::details)
                .containsExactly(tuple("bulk run " + run, kind.verb() + " #" + asked + ": bulk-run-cancelled"));
    }

    @Test
    void thoseOfOtherRunsStay() {
        long cancelled = planned(BulkKind.ENABLE);
        long run = planned(BulkKind.ENABLE);
        ask(BulkKind.ENABLE, cancelled);
        long asked = ask(BulkKind.ENABLE, run);
        cancel(cancelled);
        office.as("olga").agree(asked);
        assertThat(state(run)).isEqualTo(BulkState.RUNNING);
    }

    @Test
    void oneThatWasCarriedOutBeforeStaysSo() {
        long run = planned(BulkKind.ENABLE);
        long asked = ask(BulkKind.ENABLE, run);
        office.as("olga").agree(asked);
        office.assembly.run(() -> desk.steer(run, BulkVerb.PAUSE));
        cancel(run);
        assertThat(office.request(asked).state()).isEqualTo(ApprovalState.DONE);
        assertThatThrownBy(() -> cancel(run)).isInstanceOf(WrongBulkState.class);
    }

    @Test
    void oneThatThereIsNotIsSaidToBeUnknown() {
        assertThatThrownBy(() -> cancel(7)).isInstanceOf(NoSuchBulkRun.class);
    }

    private long planned(BulkKind kind) {
        BulkRun planned = new BulkRun(new BulkTerms(
                kind,
                kind == BulkKind.REVOKE ? Optional.of(RevocationCause.LEFT) : Optional.empty(),
                "*",
                "branch closed",
                "ada",
                office.clock.instant()));
        office.assembly.run(() -> {
            BulkRepository runs = office.get(BulkRepository.class);
            runs.add(planned);
            runs.add(new BulkItem(planned.id(), 1, new MailboxId("id-bob"), "bob@corp.example", "Bob"));
        });
        return planned.id();
    }

    private long ask(BulkKind kind, long run) {
        office.assembly.give(BulkStart.class, new BulkStart(kind, desk));
        return office.as("ada")
                .approvals
                .request(kind.verb(), "bulk run " + run, BulkStart.payload(run), "branch closed", "")
                .request();
    }

    private void cancel(long run) {
        office.assembly.run(() -> desk.steer(run, BulkVerb.CANCEL));
    }

    private BulkState state(long run) {
        return office.inTransaction(() -> desk.row(run).state());
    }
}
