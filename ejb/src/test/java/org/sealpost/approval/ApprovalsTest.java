package org.sealpost.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.model.SensitiveVerb.BACKUP;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.model.Act;
import org.sealpost.model.AlreadyApproved;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.ApprovalState;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.NotTheRequester;
import org.sealpost.model.Outcome;
import org.sealpost.model.OwnRequest;
import org.sealpost.model.WrongApprovalState;
import org.sealpost.protocol.Unavailable;

class ApprovalsTest {
    private final DataSource database = Assembly.freshH2();
    private ApprovalOffice office = new ApprovalOffice(database);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whereNobodyElseIsNeededItIsDoneAtOnceAndLeavesOneEntry() {
        assertThat(office.ask()).isInstanceOf(Requested.CarriedOut.class);
        assertThat(office.act.carriedOut).containsExactly("{}");
        assertThat(office.log())
                .containsExactly(new AuditRecord(
                        office.clock.instant(),
                        "ada",
                        Act.STOP,
                        Outcome.SUCCESS,
                        "Key Manager",
                        "done",
                        new Grounds("", "weekly", "T-7")));
    }

    @Test
    void nothingHappensUntilTheLastOneHasAgreed() {
        office.policy(BACKUP, 2);
        long request = waiting();
        assertThat(office.act.carriedOut).isEmpty();
        assertThat(office.as("olga").agree(request)).isEqualTo(new Agreed.Waiting(1));
        assertThat(office.act.carriedOut).isEmpty();
        assertThat(office.as("otto").agree(request)).isInstanceOf(Agreed.CarriedOut.class);
        assertThat(office.act.carriedOut).hasSize(1);
        assertThat(office.request(request).state()).isEqualTo(ApprovalState.DONE);
    }

    @Test
    void everyStepLeavesOneEntryAndTheLastNamesWhoAgreedAndWhy() {
        office.policy(BACKUP, 2);
        long request = waiting();
        office.as("olga").agree(request);
        office.as("otto").agree(request);
        assertThat(office.log())
                .extracting(said -> said.actor() + " " + said.act())
                .containsExactlyInAnyOrder("ada REQUEST_APPROVAL", "olga APPROVE", "otto APPROVE", "ada STOP");
        assertThat(office.log())
                .filteredOn(said -> said.act() == Act.STOP)
                .extracting(AuditRecord::grounds)
                .containsExactly(new Grounds("olga, otto", "weekly", "T-7"));
    }

    @Test
    void theRequesterNeverAgreesWhateverLoginHeComesBy() {
        office.policy(BACKUP, 1);
        office.staff.give("ada", "recovery-officer");
        office.staff.alias("ada", "ada.second");
        long request = waiting();
        assertThatThrownBy(() -> office.agree(request)).isInstanceOf(OwnRequest.class);
        assertThatThrownBy(() -> office.as("ada.second").agree(request)).isInstanceOf(OwnRequest.class);
        assertThat(office.request(request).approvals()).isEmpty();
    }

    @Test
    void onePersonCountsOnce() {
        office.policy(BACKUP, 2);
        office.staff.alias("olga", "olga.second");
        long request = waiting();
        office.as("olga").agree(request);
        assertThatThrownBy(() -> office.as("olga.second").agree(request)).isInstanceOf(AlreadyApproved.class);
        assertThat(office.act.carriedOut).isEmpty();
    }

    @Test
    void whoDoesNotHaveTheRoleAtThatTimeCannotAgree() {
        office.policy(BACKUP, 1);
        long request = waiting();
        assertThatThrownBy(() -> office.as("bob").agree(request)).isInstanceOf(WrongApproverRole.class);
        office.staff.dismiss("olga");
        assertThatThrownBy(() -> office.as("olga").agree(request)).isInstanceOf(WrongApproverRole.class);
        assertThatThrownBy(() -> office.as("bob").approvals.refuse(request, "no"))
                .isInstanceOf(WrongApproverRole.class);
    }

    @Test
    void everyoneWhoCanAgreeIsToldByMailAndNobodyElse() {
        office.policy(BACKUP, 1);
        office.staff.give("ada", "recovery-officer");
        waiting();
        for (String officer : List.of("olga", "otto", "oona")) {
            assertThat(office.inbox(officer)).singleElement().asString().contains("Key Manager");
        }
        assertThat(office.inbox("ada")).isEmpty();
    }

    @Test
    void requestsSurviveARestart() {
        office.policy(BACKUP, 2);
        long request = waiting();
        office.as("olga").agree(request);
        office.close();
        office = new ApprovalOffice(database);
        assertThat(office.as("otto").agree(request)).isInstanceOf(Agreed.CarriedOut.class);
        assertThat(office.act.carriedOut).containsExactly("{}");
    }

    @Test
    void whatIsTakenBackOrRefusedLeavesNothingDone() {
        office.policy(BACKUP, 1);
        long withdrawn = waiting();
        long refused = waiting();
        assertThatThrownBy(() -> office.as("olga").approvals.withdraw(withdrawn))
                .isInstanceOf(NotTheRequester.class);
        office.as("ada").approvals.withdraw(withdrawn);
        office.as("olga").approvals.refuse(refused, "not now");
        assertThatThrownBy(() -> office.as("olga").agree(withdrawn)).isInstanceOf(WrongApprovalState.class);
        assertThatThrownBy(() -> office.as("otto").agree(refused)).isInstanceOf(WrongApprovalState.class);
        assertThat(office.act.carriedOut).isEmpty();
        assertThat(office.request(refused).standing().closingWords()).contains("not now");
    }

    @Test
    void whatRunsOutOfTimeIsClosedWithOneEntry() {
        office.policy(BACKUP, 1);
        long request = waiting();
        office.clock.pass(Duration.ofDays(1));
        assertThatThrownBy(() -> office.as("olga").agree(request)).isInstanceOf(WrongApprovalState.class);
        ApprovalSweep sweep = office.get(ApprovalSweep.class);
        sweep.look();
        sweep.look();
        assertThat(office.request(request).state()).isEqualTo(ApprovalState.EXPIRED);
        assertThat(office.log())
                .filteredOn(said -> said.act() == Act.EXPIRE_REQUEST)
                .hasSize(1);
    }

    @Test
    void whatCannotBeDoneAnyMoreEndsTheRequestAndSaysWhy() {
        office.policy(BACKUP, 1);
        long request = waiting();
        office.act.failure = new MailboxNotKnown("bob");
        assertThat(office.as("olga").agree(request))
                .isInstanceOfSatisfying(Agreed.Failed.class, failed -> assertThat(failed.cause())
                        .isSameAs(office.act.failure));
        assertThat(office.request(request).state()).isEqualTo(ApprovalState.FAILED);
        assertThat(office.request(request).standing().closingWords()).contains("mailbox-not-known [bob]");
        assertThat(office.log())
                .filteredOn(said -> said.outcome() == Outcome.FAILURE)
                .hasSize(1);
    }

    @Test
    void whatCannotBeDoneAtPresentLeavesTheRequestOpenForTheSameApprover() {
        office.policy(BACKUP, 1);
        long request = waiting();
        office.act.failure = new Resting();
        assertThatThrownBy(() -> office.as("olga").agree(request)).isSameAs(office.act.failure);
        assertThat(office.request(request).state()).isEqualTo(ApprovalState.PENDING);
        office.act.failure = null;
        assertThat(office.agree(request)).isInstanceOf(Agreed.CarriedOut.class);
    }

    @Test
    void reasonAndTicketAreAskedForWhereThePolicySaysSo() {
        office.policy(new ApprovalPolicy(BACKUP, 1, "recovery-officer", Duration.ofDays(1), true, true));
        assertThatThrownBy(() -> office.approvals.request(BACKUP, "s", "{}", " ", "T"))
                .isInstanceOf(ReasonNeeded.class);
        assertThatThrownBy(() -> office.approvals.request(BACKUP, "s", "{}", "why", ""))
                .isInstanceOf(TicketNeeded.class);
        assertThat(office.approvals.request(BACKUP, "s", "{}", "why", "T")).isInstanceOf(Requested.Waiting.class);
    }

    @Test
    void theActsOwnNeedGoesBeforeALaxerPolicy() {
        office.act.least = 2;
        assertThat(office.ask()).isInstanceOfSatisfying(Requested.Waiting.class, waiting -> assertThat(waiting.people())
                .isEqualTo(2));
        assertThat(office.approvals.policy(BACKUP).people()).isEqualTo(2);
    }

    @Test
    void anUnknownNumberIsNoRequest() {
        assertThatThrownBy(() -> office.agree(4711)).isInstanceOf(NoSuchRequest.class);
    }

    private long waiting() {
        Requested asked = office.as("ada").ask();
        assertThat(asked).isInstanceOf(Requested.Waiting.class);
        return asked.request();
    }

    private static final class Resting extends Unavailable {
        private static final long serialVersionUID = 1;

        Resting() {
            super("resting");
        }
    }
}
