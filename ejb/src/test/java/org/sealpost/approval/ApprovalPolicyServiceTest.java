package org.sealpost.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.model.SensitiveVerb.BACKUP;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.ApprovalState;
import org.sealpost.model.AuditRecord;

class ApprovalPolicyServiceTest {
    private final ApprovalOffice office = new ApprovalOffice(Assembly.freshH2());
    private final ApprovalPolicyService service = office.get(ApprovalPolicyService.class);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aChangedPolicyTakesEffectAtOnceWhenOneMoreHasAgreed() {
        Requested asked = change(1);
        assertThat(asked).isInstanceOfSatisfying(Requested.Waiting.class, waiting -> assertThat(waiting.people())
                .isEqualTo(1));
        assertThat(service.policy(BACKUP).people()).isZero();
        office.as("olga").agree(asked.request());
        assertThat(service.policy(BACKUP).people()).isEqualTo(1);
        assertThat(office.as("ada").ask()).isInstanceOf(Requested.Waiting.class);
        assertThat(office.log())
                .filteredOn(said -> said.act() == Act.CHANGE_POLICY)
                .singleElement()
                .extracting(AuditRecord::details)
                .asString()
                .startsWith("0 of recovery-officer")
                .contains("-> 1 of recovery-officer");
    }

    @Test
    void loweringAPolicyTakesAsManyPeopleAsThePolicyDid() {
        office.policy(BACKUP, 3);
        Requested asked = change(0);
        assertThat(asked).isInstanceOfSatisfying(Requested.Waiting.class, waiting -> assertThat(waiting.people())
                .isEqualTo(3));
    }

    @Test
    void requestsThatAreOpenBecomeStricterWithThePolicy() {
        office.policy(BACKUP, 1);
        long open = office.as("ada").ask().request();
        Requested raise = change(2);
        office.as("olga").agree(raise.request());
        assertThat(office.as("olga").agree(open)).isEqualTo(new Agreed.Waiting(1));
        assertThat(office.request(open).state()).isEqualTo(ApprovalState.PENDING);
    }

    @Test
    void aPolicyThatNobodyCouldFulfilIsRefused() {
        assertThatThrownBy(() -> change(4)).isInstanceOf(TooFewInRole.class);
        office.staff.give("ada", "recovery-officer");
        assertThatThrownBy(() -> change(4)).isInstanceOf(TooFewInRole.class);
        office.staff.give("oskar", "recovery-officer");
        assertThat(change(4)).isInstanceOf(Requested.Waiting.class);
    }

    @Test
    void aPolicyBelowWhatTheActNeedsIsRefused() {
        office.act.least = 2;
        assertThatThrownBy(() -> change(1)).isInstanceOf(TooFewPeople.class);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        ApprovalPolicy seen = service.policy(BACKUP);
        office.policy(BACKUP, 2);
        assertThatThrownBy(() -> service.change(new PolicyChange(seen, people(1), "", "")))
                .isInstanceOf(ReasonNeeded.class);
        assertThatThrownBy(() -> service.change(new PolicyChange(seen, people(1), "why", "")))
                .isInstanceOf(PolicyChangedMeanwhile.class);
    }

    @Test
    void aChangeThatWasOvertakenWhileItWaitedFails() {
        Requested first = change(1);
        Requested second = change(2);
        office.as("olga").agree(first.request());
        assertThat(office.as("otto").agree(second.request())).isInstanceOf(Agreed.Failed.class);
        assertThat(service.policy(BACKUP).people()).isEqualTo(1);
    }

    @Test
    void everyVerbThatCanBeAskedForHasAPolicyInTheList() {
        assertThat(service.policies()).extracting(row -> row.policy().verb()).contains(BACKUP);
        assertThat(service.policies())
                .allSatisfy(row -> assertThat(row.changedBy()).isEmpty());
    }

    private Requested change(int people) {
        office.as("ada");
        return service.change(new PolicyChange(service.policy(BACKUP), people(people), "audit of May", ""));
    }

    private static ApprovalPolicy people(int people) {
        return new ApprovalPolicy(BACKUP, people, "recovery-officer", Duration.ofDays(2), false, false);
    }
}
