package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.model.MailboxState.ENABLED;
import static org.sealpost.model.MailboxState.EXPIRED;
import static org.sealpost.model.MailboxState.NOT_ENABLED;
import static org.sealpost.model.MailboxState.RECOVERING;
import static org.sealpost.model.MailboxState.REVOKED;
import static org.sealpost.model.MailboxState.TOKEN_OUT;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MailboxTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final TokenTerms TERMS = new TokenTerms(new byte[32], "ada", NOW, NOW.plus(Duration.ofHours(72)));

    /** The whole state machine: every state with every verb; "-" is a wrong move. */
    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @CsvSource({
        "NOT_ENABLED, ISSUE_TOKEN,    TOKEN_OUT",
        "NOT_ENABLED, WITHDRAW_TOKEN, -",
        "NOT_ENABLED, ENABLE,         -",
        "NOT_ENABLED, RENEW,          -",
        "NOT_ENABLED, EXPIRE,         -",
        "NOT_ENABLED, REVOKE,         -",
        "NOT_ENABLED, RE_ENABLE,      -",
        "NOT_ENABLED, ARRIVE,         EXPIRED",
        "NOT_ENABLED, RECOVER,        -",
        "TOKEN_OUT,   ISSUE_TOKEN,    TOKEN_OUT",
        "TOKEN_OUT,   WITHDRAW_TOKEN, NOT_ENABLED",
        "TOKEN_OUT,   ENABLE,         ENABLED",
        "TOKEN_OUT,   RENEW,          -",
        "TOKEN_OUT,   EXPIRE,         -",
        "TOKEN_OUT,   REVOKE,         -",
        "TOKEN_OUT,   RE_ENABLE,      -",
        "TOKEN_OUT,   ARRIVE,         -",
        "TOKEN_OUT,   RECOVER,        -",
        "ENABLED,     ISSUE_TOKEN,    -",
        "ENABLED,     WITHDRAW_TOKEN, -",
        "ENABLED,     ENABLE,         -",
        "ENABLED,     RENEW,          ENABLED",
        "ENABLED,     EXPIRE,         EXPIRED",
        "ENABLED,     REVOKE,         REVOKED",
        "ENABLED,     RE_ENABLE,      -",
        "ENABLED,     ARRIVE,         -",
        "ENABLED,     RECOVER,        RECOVERING",
        "EXPIRED,     ISSUE_TOKEN,    TOKEN_OUT",
        "EXPIRED,     WITHDRAW_TOKEN, -",
        "EXPIRED,     ENABLE,         -",
        "EXPIRED,     RENEW,          -",
        "EXPIRED,     EXPIRE,         -",
        "EXPIRED,     REVOKE,         REVOKED",
        "EXPIRED,     RE_ENABLE,      -",
        "EXPIRED,     ARRIVE,         -",
        "EXPIRED,     RECOVER,        RECOVERING",
        "REVOKED,     ISSUE_TOKEN,    -",
        "REVOKED,     WITHDRAW_TOKEN, -",
        "REVOKED,     ENABLE,         -",
        "REVOKED,     RENEW,          -",
        "REVOKED,     EXPIRE,         -",
        "REVOKED,     REVOKE,         -",
        "REVOKED,     RE_ENABLE,      TOKEN_OUT",
        "REVOKED,     ARRIVE,         -",
        "REVOKED,     RECOVER,        RECOVERING",
        "RECOVERING,  ISSUE_TOKEN,    -",
        "RECOVERING,  WITHDRAW_TOKEN, ENABLED",
        "RECOVERING,  ENABLE,         ENABLED",
        "RECOVERING,  RENEW,          -",
        "RECOVERING,  EXPIRE,         -",
        "RECOVERING,  REVOKE,         REVOKED",
        "RECOVERING,  RE_ENABLE,      -",
        "RECOVERING,  ARRIVE,         -",
        "RECOVERING,  RECOVER,        -"
    })
    void movesOnlyAlongItsStates(MailboxState from, MailboxVerb verb, String to) {
        Mailbox mailbox = in(from);
        if (to.equals("-")) {
            assertThatThrownBy(() -> apply(mailbox, verb)).isInstanceOfSatisfying(WrongMailboxState.class, refusal -> {
                assertThat(refusal.code()).isEqualTo("wrong-mailbox-state");
                assertThat(refusal.arguments()).containsExactly("alice@corp.example", from, verb);
            });
            assertThat(mailbox.state()).isEqualTo(from);
        } else {
            apply(mailbox, verb);
            assertThat(mailbox.state()).isEqualTo(MailboxState.valueOf(to));
        }
    }

    @Test
    void theTableAboveHasEveryPair() throws NoSuchMethodException {
        CsvSource table = MailboxTest.class
                .getDeclaredMethod("movesOnlyAlongItsStates", MailboxState.class, MailboxVerb.class, String.class)
                .getAnnotation(CsvSource.class);
        Stream<String> every = Arrays.stream(MailboxState.values())
                .flatMap(state -> Arrays.stream(MailboxVerb.values()).map(verb -> state + "," + verb));
        assertThat(table.value())
                .extracting(row -> row.replaceAll("\\s", "").replaceAll(",[^,]*$", ""))
                .containsExactlyInAnyOrderElementsOf(every.toList());
    }

    @Test
    void withdrawingATokenGivesBackWhatTheMailboxWasBefore() {
        for (MailboxState before : new MailboxState[] {NOT_ENABLED, EXPIRED, REVOKED}) {
            Mailbox mailbox = in(before);
            apply(mailbox, before == REVOKED ? MailboxVerb.RE_ENABLE : MailboxVerb.ISSUE_TOKEN);
            mailbox.withdrawToken(NOW);
            assertThat(mailbox.state()).isEqualTo(before);
        }
        for (MailboxState before : new MailboxState[] {ENABLED, EXPIRED, REVOKED}) {
            Mailbox mailbox = in(before);
            mailbox.recover(TERMS);
            mailbox.withdrawToken(NOW);
            assertThat(mailbox.state()).isEqualTo(before);
        }
    }

    @Test
    void aSecondTokenKeepsTheWayBack() {
        Mailbox mailbox = in(REVOKED);
        mailbox.reEnable(TERMS);
        mailbox.issueToken(TERMS);
        mailbox.withdrawToken(NOW);
        assertThat(mailbox.state()).isEqualTo(REVOKED);

        Mailbox recovering = in(ENABLED);
        recovering.recover(TERMS);
        recovering.withdrawToken(NOW);
        assertThat(recovering.state()).isEqualTo(ENABLED);
    }

    @Test
    void aTokenSaysWhatItIsFor() {
        Mailbox mailbox = in(ENABLED);
        assertThat(mailbox.recover(TERMS).purpose()).isEqualTo(TokenPurpose.RECOVER);
        assertThat(in(NOT_ENABLED).issueToken(TERMS).purpose()).isEqualTo(TokenPurpose.ENROL);
        assertThat(in(REVOKED).reEnable(TERMS).purpose()).isEqualTo(TokenPurpose.ENROL);
    }

    @Test
    void recoveringTakesNothingFromAnEnabledMailbox() {
        Mailbox enabled = in(ENABLED);
        enabled.recover(TERMS);
        assertThat(enabled.hasCertificatesInForce()).isTrue();
        Mailbox revoked = in(REVOKED);
        revoked.recover(TERMS);
        assertThat(revoked.hasCertificatesInForce()).isFalse();
        assertThat(in(TOKEN_OUT).hasCertificatesInForce()).isFalse();
    }

    @Test
    void revokingARecoveringMailboxForgetsTheWayBack() {
        Mailbox mailbox = in(RECOVERING);
        mailbox.revoke(RevocationCause.LEFT, NOW);
        assertThat(mailbox.hasCertificatesInForce()).isFalse();
        mailbox.reEnable(TERMS);
        mailbox.withdrawToken(NOW);
        assertThat(mailbox.state()).isEqualTo(REVOKED);
    }

    @ParameterizedTest
    @EnumSource(MailboxState.class)
    void rememberWhenItMoved(MailboxState state) {
        assertThat(in(state).changedAt()).isEqualTo(NOW);
    }

    @Test
    void newMailboxesEncryptAndSignUntilToldOtherwise() {
        Mailbox mailbox = in(NOT_ENABLED);
        assertThat(mailbox.options()).isEqualTo(new MailboxOptions(true, true));
        mailbox.choose(new MailboxOptions(false, true));
        assertThat(mailbox.options()).isEqualTo(new MailboxOptions(false, true));
    }

    @Test
    void aNewAddressIsStillTheSameMailbox() {
        Mailbox mailbox = in(ENABLED);
        mailbox.readdress("alice.jones@corp.example");
        assertThat(mailbox).isEqualTo(in(NOT_ENABLED)).hasSameHashCodeAs(in(NOT_ENABLED));
        assertThat(mailbox.address()).isEqualTo("alice.jones@corp.example");
    }

    static Mailbox in(MailboxState state) {
        Mailbox mailbox = new Mailbox(new MailboxId("id-1"), "alice@corp.example", NOW);
        if (state == NOT_ENABLED) {
            return mailbox;
        }
        mailbox.issueToken(TERMS);
        if (state == TOKEN_OUT) {
            return mailbox;
        }
        mailbox.enable(NOW);
        switch (state) {
            case EXPIRED -> mailbox.expire(NOW);
            case REVOKED -> mailbox.revoke(RevocationCause.LEFT, NOW);
            case RECOVERING -> mailbox.recover(TERMS);
            default -> assertThat(mailbox.state()).isEqualTo(state);
        }
        return mailbox;
    }

    static void apply(Mailbox mailbox, MailboxVerb verb) {
        switch (verb) {
            case ISSUE_TOKEN -> mailbox.issueToken(TERMS);
            case WITHDRAW_TOKEN -> mailbox.withdrawToken(NOW);
            case ENABLE -> mailbox.enable(NOW);
            case RENEW -> mailbox.renew();
            case EXPIRE -> mailbox.expire(NOW);
            case REVOKE -> mailbox.revoke(RevocationCause.LEFT, NOW);
            case RE_ENABLE -> mailbox.reEnable(TERMS);
            case ARRIVE -> mailbox.arrive(NOW);
            case RECOVER -> mailbox.recover(TERMS);
        }
    }
}
