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
import org.sealpost.model.PartnerId;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.revocation.Revocation;
import org.sealpost.revocation.RevocationService;

class PartnerRevokingViewTest {
    private static final String ANN = "ann@partner.example";
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 23, 18, 30);

    private final List<Revocation> asked = new ArrayList<>();
    private final List<String> tickets = new ArrayList<>();
    private final NoticesStandIn notices = new NoticesStandIn();
    private final PartnerRevokingView view = new PartnerRevokingView();
    private boolean changed;
    private int people;

    @BeforeEach
    void openThePage() {
        view.texts = notices;
        view.partners = new PartnersView() {
            private static final long serialVersionUID = 1L;

            @Override
            void changed() {
                changed = true;
            }
        };
        view.revocation = new RevocationService() {
            @Override
            public Requested revoke(MailboxId mailbox, Revocation revocation, String ticket) {
                assertThat(mailbox).isEqualTo(PartnerId.of(ANN));
                asked.add(revocation);
                tickets.add(ticket);
                return people == 0 ? new Requested.CarriedOut(7) : new Requested.Waiting(7, people);
            }
        };
        view.policies = new ApprovalPolicyService() {
            @Override
            public ApprovalPolicy policy(SensitiveVerb verb) {
                assertThat(verb).isEqualTo(SensitiveVerb.REVOKE);
                return ApprovalPolicy.standard(verb).atLeast(people);
            }
        };
    }

    private void revoke(RevocationCause cause) {
        view.begin(ANN);
        view.setCause(cause);
        view.setSince(MONDAY);
        view.getGrounds().setReason(" Laptop stolen ");
        view.getGrounds().setTicket("HR-12");
        view.revoke();
    }

    @Test
    void aCompromiseIsToldWithTheMomentOnTheServersClock() {
        revoke(RevocationCause.COMPROMISED);
        assertThat(asked)
                .containsExactly(new Revocation(
                        RevocationCause.COMPROMISED,
                        Optional.of(MONDAY.atZone(ZoneId.systemDefault()).toInstant()),
                        "Laptop stolen"));
        assertThat(tickets).containsExactly("HR-12");
        assertThat(notices.shown).containsExactly("partners.revoked");
        assertThat(changed).isTrue();
    }

    @Test
    void aPartingHasNoMoment() {
        revoke(RevocationCause.LEFT);
        assertThat(asked).containsExactly(new Revocation(RevocationCause.LEFT, Optional.empty(), "Laptop stolen"));
    }

    @Test
    void whereOthersHaveToAgreeThePageSaysSoBeforeAndAfter() {
        people = 2;
        view.begin(ANN);
        assertThat(requireNonNull(view.getPolicy()).people()).isEqualTo(2);
        revoke(RevocationCause.LEFT);
        assertThat(notices.shown).containsExactly("approvals.asked");
    }

    @Test
    void whatWasTypedForOneIsNotProposedForAnother() {
        assertThat(view.getPolicy()).isNull();
        revoke(RevocationCause.COMPROMISED);
        view.begin("ben@partner.example");
        assertThat(view.getAddress()).isEqualTo("ben@partner.example");
        assertThat(view.getCause()).isNull();
        assertThat(view.isCompromised()).isFalse();
        assertThat(view.getSince()).isNull();
        assertThat(view.getGrounds().getReason()).isNull();
        assertThat(view.getCauses()).doesNotContain(RevocationCause.MOVED);
    }
}
