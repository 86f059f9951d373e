package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.model.ApprovalState.APPROVED;
import static org.sealpost.model.ApprovalState.DONE;
import static org.sealpost.model.ApprovalState.EXPIRED;
import static org.sealpost.model.ApprovalState.FAILED;
import static org.sealpost.model.ApprovalState.PENDING;
import static org.sealpost.model.ApprovalState.REFUSED;
import static org.sealpost.model.ApprovalState.WITHDRAWN;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalRequestTest {
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    static final Signatory ADA = person("ada");
    static final Signatory OLGA = person("olga");
    static final Signatory OTTO = person("otto");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant OVER = NOW.plus(Duration.ofDays(3));

    /** The whole state machine: every state with every verb; "-" is a wrong move. One of two people has agreed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        # state, APPROVE,  COMPLETE, FAIL,   REFUSE,  WITHDRAW,  EXPIRE
        PENDING,   APPROVED, -,        FAILED, REFUSED, WITHDRAWN, EXPIRED
        APPROVED,  -,        DONE,     FAILED, -,       WITHDRAWN, EXPIRED
        DONE,      -,        -,        -,      -,       -,         -
        FAILED,    -,        -,        -,      -,       -,         -
        REFUSED,   -,        -,        -,      -,       -,         -
        WITHDRAWN, -,        -,        -,      -,       -,         -
        EXPIRED,   -,        -,        -,      -,       -,         -
        """)
    void eachVerbInEachState(ArgumentsAccessor row) {
        for (ApprovalVerb verb : ApprovalVerb.values()) {
            leads(row.get(0, ApprovalState.class), verb, row.getString(verb.ordinal() + 1));
        }
    }

    private static void leads(ApprovalState from, ApprovalVerb verb, String to) {
        ApprovalRequest request = in(from);

        assertThat(from.allows(verb)).isEqualTo(!to.equals("-"));
        if (to.equals("-")) {
            assertThatThrownBy(() -> apply(request, verb))
                    .isInstanceOfSatisfying(WrongApprovalState.class, wrong -> assertThat(wrong.arguments())
                            .containsExactly(from, verb));
            assertThat(request.state()).isEqualTo(from);
        } else {
            apply(request, verb);
            assertThat(request.state()).isEqualTo(ApprovalState.valueOf(to));
            assertThat(request.standing().since()).isEqualTo(verb == ApprovalVerb.EXPIRE ? OVER : LATER);
        }
    }

    @Test
    void nobodyAgreesToHisOwnRequestNotEvenUnderAnotherLogin() {
        ApprovalRequest request = request(2);
        Signatory samePerson = new Signatory(ADA.id(), "ada.minster", "Ada M.");
        assertThatThrownBy(() -> request.approve(ADA, LATER)).isInstanceOf(OwnRequest.class);
        assertThatThrownBy(() -> request.approve(samePerson, LATER)).isInstanceOf(OwnRequest.class);
        assertThatThrownBy(() -> request.refuse(samePerson, "no", LATER)).isInstanceOf(OwnRequest.class);
        assertThat(request.approvals()).isEmpty();
        assertThat(request.state()).isEqualTo(PENDING);
    }

    @Test
    void onePersonCountsOnceUnderWhateverLogin() {
        ApprovalRequest request = request(2);
        request.approve(OLGA, LATER);
        assertThatThrownBy(() -> request.approve(new Signatory(OLGA.id(), "o.ferrer", "O. Ferrer"), LATER))
                .isInstanceOf(AlreadyApproved.class);
        assertThat(request.approvals()).hasSize(1);
        assertThat(request.hasApproved(OLGA.id())).isTrue();
        assertThat(request.hasApproved(OTTO.id())).isFalse();
    }

    @Test
    void onlyTheLastOneWhoIsNeededMakesItApproved() {
        ApprovalRequest request = request(2);
        assertThat(request.approve(OLGA, LATER)).isFalse();
        assertThat(request.approve(OTTO, LATER)).isTrue();
        assertThat(request.approvals()).extracting(Approval::login).containsExactly("olga", "otto");
    }

    @Test
    void whereNobodyElseIsNeededItIsApprovedFromTheStart() {
        assertThat(request(0).state()).isEqualTo(APPROVED);
    }

    @Test
    void onlyTheRequesterTakesItBack() {
        ApprovalRequest request = request(1);
        assertThatThrownBy(() -> request.withdraw(OLGA, LATER)).isInstanceOf(NotTheRequester.class);
        request.withdraw(ADA, LATER);
        assertThat(request.standing().closedBy()).contains("ada");
    }

    @Test
    void aRefusalKeepsWhoAndWhy() {
        ApprovalRequest request = request(1);
        request.refuse(OTTO, "not this week", LATER);
        assertThat(request.standing().closedBy()).contains("otto");
        assertThat(request.standing().closingWords()).contains("not this week");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApprovalVerb.class,
            names = {"APPROVE", "REFUSE", "WITHDRAW"})
    void whatIsOverIsOverEvenBeforeTheSweepHasSeenIt(ApprovalVerb verb) {
        ApprovalRequest request = request(1);
        assertThatThrownBy(() -> apply(request, verb, OVER))
                .isInstanceOfSatisfying(WrongApprovalState.class, wrong -> assertThat(wrong.arguments())
                        .containsExactly(EXPIRED, verb));
    }

    @Test
    void anApprovedRequestRunsOutToo() {
        ApprovalRequest request = request(0);
        request.requireApproved(LATER);
        assertThatThrownBy(() -> request.requireApproved(OVER)).isInstanceOf(WrongApprovalState.class);
    }

    @Test
    void itDoesNotExpireBeforeItsTime() {
        ApprovalRequest request = request(1);
        request.expire(OVER.minusMillis(1));
        assertThat(request.state()).isEqualTo(PENDING);
    }

    @Test
    void aStricterPolicyCountsAtOnceAndALaxerOneDoesNot() {
        ApprovalRequest request = request(2);
        request.tighten(policy(1, "km-admin"));
        assertThat(request.people()).isEqualTo(2);
        assertThat(request.approverRole()).isEqualTo("km-admin");
        request.tighten(policy(3, "auditor"));
        assertThat(request.people()).isEqualTo(3);
        ApprovalRequest closed = in(WITHDRAWN);
        closed.tighten(policy(7, "auditor"));
        assertThat(closed.people()).isEqualTo(2);
    }

    @Test
    void aPolicyOutsideItsBoundsIsNone() {
        assertThatThrownBy(() -> policy(-1, "auditor")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> policy(21, "auditor")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new ApprovalPolicy(SensitiveVerb.REVOKE, 1, "auditor", Duration.ofSeconds(1), false, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(policy(1, "auditor").atLeast(3).people()).isEqualTo(3);
        assertThat(policy(4, "auditor").atLeast(3).people()).isEqualTo(4);
    }

    @Test
    void recoveryNeedsTwoUnlessSomebodyChoseOtherwise() {
        assertThat(ApprovalPolicy.standard(SensitiveVerb.RECOVER).people()).isEqualTo(2);
        assertThat(ApprovalPolicy.standard(SensitiveVerb.RECOVER).approverRole())
                .isEqualTo("recovery-officer");
        assertThat(ApprovalPolicy.standard(SensitiveVerb.CHANGE_FORMATS).people())
                .isZero();
    }

    @Test
    void whatIsTooLongForTheDatabaseIsRefusedOrCut() {
        String long1 = "x".repeat(501);
        assertThatThrownBy(() -> new ApprovalTerms(SensitiveVerb.REVOKE, "s", "{}", long1, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ApprovalTerms(SensitiveVerb.REVOKE, "s".repeat(900), "{}", " why ", "").subject())
                .hasSize(400);
        assertThat(new ApprovalTerms(SensitiveVerb.REVOKE, "s", "{}", " why ", "").reason())
                .isEqualTo("why");
    }

    private static ApprovalRequest in(ApprovalState state) {
        ApprovalRequest request = request(2);
        request.approve(OLGA, NOW);
        if (state == APPROVED || state == DONE || state == FAILED) {
            request.approve(OTTO, NOW);
        }
        if (state == DONE) {
            request.complete(NOW);
        } else if (state == FAILED) {
            request.fail("x []", NOW);
        } else if (state == REFUSED) {
            request.refuse(OTTO, "no", NOW);
        } else if (state == WITHDRAWN) {
            request.withdraw(ADA, NOW);
        } else if (state == EXPIRED) {
            request.expire(OVER);
        }
        return request;
    }

    private static void apply(ApprovalRequest request, ApprovalVerb verb) {
        apply(request, verb, verb == ApprovalVerb.EXPIRE ? OVER : LATER);
    }

    private static void apply(ApprovalRequest request, ApprovalVerb verb, Instant at) {
        switch (verb) {
            case APPROVE -> request.approve(OTTO, at);
            case COMPLETE -> request.complete(at);
            case FAIL -> request.fail("x []", at);
            case REFUSE -> request.refuse(OTTO, "no", at);
            case WITHDRAW -> request.withdraw(ADA, at);
            case EXPIRE -> request.expire(at);
        }
    }

    static ApprovalRequest request(int people) {
        return new ApprovalRequest(
                new ApprovalTerms(SensitiveVerb.CHANGE_FORMATS, "formats", "{}", "because", "T-1"),
                ADA,
                policy(people, "recovery-officer"),
                NOW);
    }

    static ApprovalPolicy policy(int people, String role) {
        return new ApprovalPolicy(SensitiveVerb.CHANGE_FORMATS, people, role, Duration.ofDays(3), false, false);
    }

    private static Signatory person(String name) {
        return new Signatory(new MailboxId("id-" + name), name, name);
    }
}
