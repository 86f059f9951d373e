package org.sealpost.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.bearer.BearerVerdict.Login;
import org.sealpost.bearer.BearerVerdict.Refused;
import org.sealpost.settings.BearerConfiguration.Expected;

/** Each claim by itself, changed in the answer for a token that counts. */
class BearerRuleTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String GOOD = """
        {"active": true, "iss": "https://id.example/realms/corp", "aud": ["account", "https://sealpost.example"],
         "exp": 1800000300, "preferred_username": "alice", "sub": "1234"}\
        """;

    private final BearerRule rule = new BearerRule(
            new Expected("https://id.example/realms/corp", "https://sealpost.example", "preferred_username"));

    @Test
    void aTokenForThisServerStandsForItsOwnersLogin() {
        assertThat(rule.judge(json(GOOD), NOW)).isEqualTo(new Login("alice", Instant.ofEpochSecond(1_800_000_300)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        active             | true                                        |
        active             | false                                       | NOT_ACTIVE
        active             | "true"                                      | NOT_ACTIVE
        active             | 1                                           | NOT_ACTIVE
        token_type         | "Bearer"                                    |
        token_type         | "bearer"                                    |
        token_type         | "DPoP"                                      | NO_ACCESS_TOKEN
        token_type         | null                                        | NO_ACCESS_TOKEN
        typ                | "Bearer"                                    |
        typ                | "at+jwt"                                    |
        typ                | "application/at+jwt"                        |
        typ                | "ID"                                        | NO_ACCESS_TOKEN
        typ                | "Refresh"                                   | NO_ACCESS_TOKEN
        typ                | ["Bearer"]                                  | NO_ACCESS_TOKEN
        cnf                | {"jkt": "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2Hg"} | NO_ACCESS_TOKEN
        iss                | "https://id.example/realms/corp/"           | OTHER_ISSUER
        iss                | "https://id.example/realms/Corp"            | OTHER_ISSUER
        iss                | ["https://id.example/realms/corp"]          | OTHER_ISSUER
        iss                | null                                        | OTHER_ISSUER
        aud                | "https://sealpost.example"                  |
        aud                | "account"                                   | OTHER_AUDIENCE
        aud                | "https://sealpost.example.org"              | OTHER_AUDIENCE
        aud                | ["account", ["https://sealpost.example"]]   | OTHER_AUDIENCE
        aud                | {"https://sealpost.example": true}          | OTHER_AUDIENCE
        aud                | []                                          | OTHER_AUDIENCE
        exp                | 1800000001                                  |
        exp                | 1800000000.9                                | OUT_OF_TIME
        exp                | 1800000000                                  | OUT_OF_TIME
        exp                | 1799999999                                  | OUT_OF_TIME
        exp                | -1                                          | OUT_OF_TIME
        exp                | 1e999999999                                 | OUT_OF_TIME
        exp                | "1800000300"                                | OUT_OF_TIME
        exp                | null                                        | OUT_OF_TIME
        nbf                | 1800000000                                  |
        nbf                | 1800000030                                  |
        nbf                | 1800000031                                  | OUT_OF_TIME
        nbf                | "soon"                                      | OUT_OF_TIME
        preferred_username | "service-account-reports"                   |
        preferred_username | "田中"                                       |
        preferred_username | ""                                          | NO_LOGIN
        preferred_username | " alice"                                    | NO_LOGIN
        preferred_username | "alice\\u0000"                               | NO_LOGIN
        preferred_username | ["alice"]                                   | NO_LOGIN
        preferred_username | null                                        | NO_LOGIN
        """)
    void oneClaimDecides(String claim, String value, @Nullable Refused refused) {
        BearerVerdict verdict = rule.judge(with(claim, value), NOW);
        if (refused == null) {
            assertThat(verdict).isInstanceOf(Login.class);
        } else {
            assertThat(verdict).isEqualTo(refused);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "iss", "aud", "exp", "preferred_username"})
    void noneOfTheseMayBeMissing(String claim) {
        JsonObject without = Json.createObjectBuilder(json(GOOD)).remove(claim).build();
        assertThat(rule.judge(without, NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void anotherClaimMayHoldTheLogin() {
        BearerRule other = new BearerRule(new Expected("https://id.example/realms/corp", "account", "sub"));
        assertThat(other.judge(json(GOOD), NOW)).isEqualTo(new Login("1234", Instant.ofEpochSecond(1_800_000_300)));
    }

    @Test
    void aNameLongerThanAnyLoginIsNone() {
        assertThat(rule.judge(with("preferred_username", "\"" + "a".repeat(256) + "\""), NOW))
                .isInstanceOf(Login.class);
        assertThat(rule.judge(with("preferred_username", "\"" + "a".repeat(257) + "\""), NOW))
                .isEqualTo(Refused.NO_LOGIN);
    }

    private static JsonObject with(String claim, String value) {
        return Json.createObjectBuilder(json(GOOD))
                .add(claim, json("{\"changed\": " + value + "}").get("changed"))
                .build();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
