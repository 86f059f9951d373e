package org.sealpost.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.model.SensitiveVerb.BACKUP;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.model.ApprovalState;
import org.sealpost.model.MailboxNotKnown;

class ApprovalMannersTest {
    private final ApprovalOffice office = new ApprovalOffice(Assembly.freshH2());

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whatNeedsASecretOfTheRequesterIsPermittedToHimAloneAndOnce() {
        office.act.manner = ApprovedAct.Manner.BY_REQUESTER;
        assertThat(office.approvals.permit(BACKUP, "Key Manager").request()).isEmpty();
        office.policy(BACKUP, 1);
        assertThatThrownBy(() -> office.approvals.permit(BACKUP, "Key Manager")).isInstanceOf(ApprovalNeeded.class);
        long request = waiting();
        assertThat(office.as("olga").agree(request)).isInstanceOf(Agreed.ForRequester.class);
        assertThat(office.act.carriedOut).isEmpty();
        assertThatThrownBy(() -> office.approvals.permit(BACKUP, "Key Manager")).isInstanceOf(ApprovalNeeded.class);
        Permit permit = office.as("ada").approvals.permit(BACKUP, "Key Manager");
        assertThat(permit.request()).hasValue(request);
        office.approvals.used(permit);
        assertThatThrownBy(() -> office.approvals.permit(BACKUP, "Key Manager")).isInstanceOf(ApprovalNeeded.class);
        assertThat(office.request(request).state()).isEqualTo(ApprovalState.DONE);
    }

    @Test
    void whatIsContributedStandsOrFallsWithTheYes() {
        office.policy(BACKUP, 1);
        long request = waiting();
        List<String> order = new ArrayList<>();
        office.as("olga").approvals.approve(request, () -> order.add("contributed " + office.act.carriedOut.size()));
        assertThat(order).containsExactly("contributed 0");
        long second = office.as("ada").ask().request();
        assertThatThrownBy(() -> office.as("olga").approvals.approve(second, () -> {
                    throw new MailboxNotKnown("x");
                }))
                .isInstanceOf(MailboxNotKnown.class);
        assertThat(office.request(second).approvals()).isEmpty();
    }

    private long waiting() {
        return office.as("ada").ask().request();
    }
}
