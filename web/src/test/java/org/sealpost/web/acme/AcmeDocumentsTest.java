package org.sealpost.web.acme;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.acme.AcmeAnswer;
import org.sealpost.acme.AcmeAnswer.Shown;
import org.sealpost.acme.AcmeProblem;
import org.sealpost.model.AcmeAccountState;
import org.sealpost.model.AcmeOrderState;
import org.sealpost.model.Serial;
import org.sealpost.web.Refusals;

class AcmeDocumentsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private final AcmeDocuments documents =
            new AcmeDocuments(path -> "https://k/acme/" + path, "acme@corp.example", new Refusals(Locale.ENGLISH));

    private static AcmeAnswer.Order order(Shown shown, AcmeOrderState state) {
        return new AcmeAnswer.Order(
                shown,
                "one",
                "ann@partner.example",
                state,
                "half",
                NOW,
                Optional.of(NOW).filter(at -> state == AcmeOrderState.PROVEN),
                Optional.of("acme-wrong-answer").filter(code -> state == AcmeOrderState.FAILED),
                Optional.of(new Serial("2a")).filter(serial -> state == AcmeOrderState.ISSUED),
                false);
    }

    @Test
    void theDirectorySaysWhereEverythingIs() {
        JsonObject directory = documents.directory();
        assertThat(directory.getString("newNonce")).isEqualTo("https://k/acme/new-nonce");
        assertThat(directory.keySet())
                .containsExactlyInAnyOrder("newNonce", "newAccount", "newOrder", "revokeCert", "keyChange", "meta");
    }

    @Test
    void anAccountSaysWhereItsOrdersAre() {
        JsonObject account = documents.account(
                new AcmeAnswer.Account("x", AcmeAccountState.VALID, List.of("mailto:ann@partner.example"), true));
        assertThat(account)
                .hasToString("{\"status\":\"valid\",\"contact\":[\"mailto:ann@partner.example\"],"
                        + "\"orders\":\"https://k/acme/account/x/orders\"}");
        assertThat(documents.orders(new AcmeAnswer.Orders(List.of("one"))))
                .hasToString("{\"orders\":[\"https://k/acme/order/one\"]}");
    }

    @ParameterizedTest
    @EnumSource(AcmeOrderState.class)
    void eachSideOfAnOrderHasItsStatus(AcmeOrderState state) {
        JsonObject whole = documents.order(order(Shown.ORDER, state));
        assertThat(whole.getString("status")).isEqualTo(state.order());
        assertThat(whole.getJsonArray("identifiers"))
                .hasToString("[{\"type\":\"email\",\"value\":\"ann@partner.example\"}]");
        assertThat(whole.containsKey("certificate")).isEqualTo(state == AcmeOrderState.ISSUED);
        JsonObject authorization = documents.order(order(Shown.AUTHORIZATION, state));
        assertThat(authorization.getString("status")).isEqualTo(state.authorization());
        JsonObject challenge = documents.order(order(Shown.CHALLENGE, state));
        assertThat(authorization.getJsonArray("challenges")).containsExactly(challenge);
        assertThat(challenge.getString("status")).isEqualTo(state.challenge());
        assertThat(challenge.getString("type")).isEqualTo("email-reply-00");
        assertThat(challenge.getString("from")).isEqualTo("acme@corp.example");
        assertThat(challenge.getString("token")).isEqualTo("half");
        assertThat(challenge.containsKey("validated")).isEqualTo(state == AcmeOrderState.PROVEN);
        assertThat(challenge.containsKey("error")).isEqualTo(state == AcmeOrderState.FAILED);
    }

    @Test
    void whatEndedAnOrderIsAProblemInWords() {
        JsonObject error =
                documents.order(order(Shown.CHALLENGE, AcmeOrderState.FAILED)).getJsonObject("error");
        assertThat(error.getString("type")).isEqualTo(AcmeProblem.INCORRECT_RESPONSE.type());
        assertThat(error.getString("detail")).contains("did not have the right answer");
        assertThat(error.getInt("status")).isEqualTo(403);
    }
}
