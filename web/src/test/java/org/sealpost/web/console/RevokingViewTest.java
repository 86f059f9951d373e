package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.ApprovalPolicyService;
import org.sealpost.approval.Requested;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.MailboxId;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.revocation.Revocation;
import org.sealpost.revocation.RevocationService;

class RevokingViewTest {

    private static final MailboxId ALICE = new MailboxId("289fdcc5");
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 23, 18, 30);

    private final List<Revocation> asked = new ArrayList<>();
    private final NoticesStandIn notices = new NoticesStandIn();
    private final RevokingView view = new RevokingView();
    private final List<String> tickets = new ArrayList<>();
    private boolean closed;
    private int people;

    @BeforeEach
    void openThePage() {
        view.texts = notices;
        view.mailbox = new MailboxView() {
            private static final long serialVersionUID = 1L;

            @Override
            MailboxId mailbox() {
                return ALICE;
            }

            @Override
            void changed() {
                closed = true;
            }
        };
        view.revocation = new RevocationService() {
            @Override
            public Requested revoke(MailboxId mailbox, Revocation revocation, String ticket) {
                assertThat(mailbox).isEqualTo(ALICE);
                asked.add(revocation);
                tickets.add(ticket);
                return people == 0 ? new Requested.CarriedOut(7) : new Requested.Waiting(7, people);
            }
        };
        view.policies = new ApprovalPolicyService() {
            @Override
            public ApprovalPolicy policy(SensitiveVerb verb) {
                return ApprovalPolicy.standard(verb).atLeast(people);
            }
        };
    }

    @Test
    void aCompromiseIsToldWithTheMomentOnTheServersClock() {
        view.begin(RevocationCause.COMPROMISED);
        assertThat(view.isCompromised()).isTrue();
        view.setSince(MONDAY);
        view.setReason("Laptop stolen");
        view.revoke();
        assertThat(asked)
                .containsExactly(new Revocation(
                        RevocationCause.COMPROMISED,
                        Optional.of(MONDAY.atZone(ZoneId.systemDefault()).toInstant()),
                        "Laptop stolen"));
        assertThat(notices.shown).containsExactly("mailboxes.revoked.COMPROMISED");
        assertThat(closed).isTrue();
    }

    @Test
    void aCompromiseWithoutAMomentIsToldAsUnknown() {
        view.begin(RevocationCause.COMPROMISED);
        view.setReason("Found on the street");
        view.revoke();
        assertThat(asked).singleElement().satisfies(one -> assertThat(one.since())
                .isEmpty());
    }

    @Test
    void aPartingHasNoMoment() {
        view.begin(RevocationCause.LEFT);
        assertThat(view.isCompromised()).isFalse();
        view.setSince(MONDAY);
        view.setReason("Has retired");
        view.revoke();
        assertThat(asked).containsExactly(new Revocation(RevocationCause.LEFT, Optional.empty(), "Has retired"));
        assertThat(notices.shown).containsExactly("mailboxes.revoked.LEFT");
    }

    @Test
    void whereOthersHaveToAgreeThePageSaysSoBeforeAndAfter() {
        people = 2;
        view.begin(RevocationCause.LEFT);
        assertThat(requireNonNull(view.getPolicy()).people()).isEqualTo(2);
        view.setReason("Has retired");
        view.setTicket("HR-12");
        view.revoke();
        assertThat(tickets).containsExactly("HR-12");
        assertThat(notices.shown).containsExactly("approvals.asked");
        view.begin(RevocationCause.LEFT);
        assertThat(view.getTicket()).isNull();
    }

    @Test
    void whatWasTypedForOneCauseIsNotProposedForTheOther() {
        view.begin(RevocationCause.COMPROMISED);
        view.setSince(MONDAY);
        view.setReason("Laptop stolen");
        view.begin(RevocationCause.LEFT);
        assertThat(view.getSince()).isNull();
        assertThat(view.getReason()).isNull();
        assertThat(view.getCause()).isEqualTo(RevocationCause.LEFT);
    }
}
