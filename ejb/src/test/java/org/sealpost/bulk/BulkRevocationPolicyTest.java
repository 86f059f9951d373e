package org.sealpost.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.ApprovalOffice;
import org.sealpost.approval.ApprovalPolicyService;
import org.sealpost.approval.PolicyChange;
import org.sealpost.approval.PolicyTooEasy;
import org.sealpost.approval.Requested;
import org.sealpost.approval.TooFewPeople;
import org.sealpost.assembly.Assembly;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.BulkItem;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkRepository;
import org.sealpost.model.BulkRun;
import org.sealpost.model.BulkState;
import org.sealpost.model.BulkTerms;
import org.sealpost.model.MailboxId;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.SensitiveVerb;

/** Nobody revokes many mailboxes with less than it takes for one. */
class BulkRevocationPolicyTest {
    private final ApprovalOffice office = new ApprovalOffice(Assembly.freshH2());
    private final BulkDesk desk = office.get(BulkDesk.class);
    private long run;

    @BeforeEach
    void plan() {
        office.staff.give("ada", "km-admin");
        office.assembly.give(BulkStart.class, new BulkStart(BulkKind.REVOKE, desk));
        BulkRun planned = new BulkRun(new BulkTerms(
                BulkKind.REVOKE,
                Optional.of(RevocationCause.LEFT),
                "*",
                "branch closed",
                "ada",
                office.clock.instant()));
        office.assembly.run(() -> {
            BulkRepository runs = office.get(BulkRepository.class);
            runs.add(planned);
            runs.add(new BulkItem(planned.id(), 1, new MailboxId("id-bob"), "bob@corp.example", "Bob"));
        });
        run = planned.id();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whereNobodyElseIsNeededForOneNobodyIsNeededForMany() {
        assertThat(ask()).isInstanceOf(Requested.CarriedOut.class);
        assertThat(state()).isEqualTo(BulkState.RUNNING);
    }

    @Test
    void thosePeopleAgreeWhomRevokingOneNeeds() {
        office.policy(SensitiveVerb.REVOKE, 2);
        Requested asked = ask();
        assertThat(asked).isInstanceOfSatisfying(Requested.Waiting.class, waiting -> assertThat(waiting.people())
                .isEqualTo(2));
        office.as("olga").agree(asked.request());
        assertThat(state()).isEqualTo(BulkState.PLANNED);
        office.as("otto").agree(asked.request());
        assertThat(state()).isEqualTo(BulkState.RUNNING);
    }

    @Test
    void manyMayNeedMorePeopleThanOne() {
        office.policy(SensitiveVerb.REVOKE, 1);
        office.policy(SensitiveVerb.BULK_REVOKE, 3);
        assertThat(policy(SensitiveVerb.BULK_REVOKE).people()).isEqualTo(3);
        assertThat(policy(SensitiveVerb.REVOKE).people()).isEqualTo(1);
    }

    @Test
    void aPolicyBelowThatForOneIsRefused() {
        office.policy(SensitiveVerb.REVOKE, 1);
        ApprovalPolicy now = policy(SensitiveVerb.BULK_REVOKE);
        assertThatThrownBy(() -> change(now, with(now, 0, now.approverRole()))).isInstanceOf(TooFewPeople.class);
        office.staff.give("mona", "mailbox-admin").give("olga", "mailbox-admin");
        assertThatThrownBy(() -> change(now, with(now, 1, "mailbox-admin"))).isInstanceOf(PolicyTooEasy.class);
        assertThat(change(now, with(now, 2, now.approverRole()))).isInstanceOf(Requested.Waiting.class);
    }

    @Test
    void whatWaitsBecomesStricterWithThePolicyForOne() {
        office.policy(SensitiveVerb.BULK_REVOKE, 1);
        Requested asked = ask();
        ApprovalPolicy now = policy(SensitiveVerb.REVOKE);
        Requested change = change(now, with(now, 2, now.approverRole()));
        office.as("olga").agree(change.request());
        assertThat(office.as("ada").request(asked.request()).people()).isEqualTo(2);
    }

    private Requested ask() {
        return office.approvals.request(
                SensitiveVerb.BULK_REVOKE, "bulk run " + run, BulkStart.payload(run), "branch closed", "");
    }

    private Requested change(ApprovalPolicy before, ApprovalPolicy after) {
        return office.get(ApprovalPolicyService.class).change(new PolicyChange(before, after, "new rules", ""));
    }

    private ApprovalPolicy policy(SensitiveVerb verb) {
        return office.approvals.policy(verb);
    }

    private static ApprovalPolicy with(ApprovalPolicy policy, int people, String role) {
        return new ApprovalPolicy(
                policy.verb(), people, role, policy.expiry(), policy.reasonRequired(), policy.ticketRequired());
    }

    private BulkState state() {
        return office.inTransaction(() -> desk.row(run).state());
    }
}
