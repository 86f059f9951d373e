package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Programs with tokens of a real Keycloak: what those open, and everything that they do not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BearerIT {
    private static final String OWN = "/api/v1/mailbox";
    private static final String AUDIT = "/api/v1/audit";
    private static final String ENABLE = "/api/v1/mailboxes/alice@corp.example/token";

    /** More than a brief token's life, and than a token may count that was taken back. */
    private static final int LATER_SECONDS = 12;

    private static Keycloak keycloak;
    private static SampleServer server;
    private static BearerProgram program;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "sealpost-asks-keycloak\n");
        keycloak = Keycloak.start(folder);
        server = SampleServer.start(folder.resolve("data"), keycloak.environment(secret));
        keycloak.ready();
        program = new BearerProgram(server);
    }

    @AfterAll
    static void stop() {
        server.close();
        keycloak.close();
    }

    @Test
    @Order(1)
    void aProgramMayWhatTheDirectorysGroupsSayAndNothingElse() throws Exception {
        String token = access(keycloak.clientsOwn("reports", "reports-sample"));
        assertThat(program.get(token, AUDIT).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = program.post(token, ENABLE);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"not-allowed\"");
        assertThat(program.get(token, AUDIT + "?act=ENABLE").body()).doesNotContain("\"SUCCESS\"");
    }

    @Test
    @Order(2)
    void aPersonsTokenIsThatPersonInTheLogAsWell() throws Exception {
        String admin = access(keycloak.persons("corp", "mailboxes", "admin"));
        assertThat(program.post(admin, ENABLE).statusCode()).isEqualTo(200);
        HttpResponse<String> own = program.get(access(keycloak.persons("corp", "mailboxes", "alice")), OWN);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body())
                .contains("TOKEN_OUT")
                .isEqualTo(program.basic("alice", "alice-sample", OWN).body());
        HttpResponse<String> log = program.basic("auditor", "auditor-sample", AUDIT);
        assertThat(JsonParser.parseString(log.body())
                        .getAsJsonObject()
                        .getAsJsonArray("entries")
                        .asList())
                .anySatisfy(entry -> assertThat(entry.toString())
                        .contains("\"actor\":\"admin\"", "\"act\":\"ENABLE\"", "\"SUCCESS\""));
        assertThat(program.get(access(keycloak.persons("corp", "mailboxes", "alice")), AUDIT)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(3)
    void aTokenIsNoProofForWhatAsksForOnesOwnPassword() throws Exception {
        HttpResponse<String> refused =
                program.post(access(keycloak.persons("corp", "mailboxes", "admin")), "/api/v1/backups");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"bearer-token-is-no-proof\"", "HTTP Basic");
    }

    @Test
    @Order(4)
    void whatIsNoAccessTokenForThisServerOpensNothing() throws Exception {
        JsonObject alice = keycloak.persons("corp", "mailboxes", "alice");
        Map<String, String> worthless = new LinkedHashMap<>();
        worthless.put("for another application", access(keycloak.persons("corp", "wiki", "alice")));
        worthless.put("that the provider tells nothing of", access(keycloak.persons("corp", "shop", "alice")));
        worthless.put("of another realm", access(keycloak.persons("elsewhere", "mailboxes", "alice")));
        worthless.put("of somebody unknown here", access(keycloak.persons("corp", "mailboxes", "stranger")));
        worthless.put("ID token", alice.get("id_token").getAsString());
        worthless.put("refresh token", alice.get("refresh_token").getAsString());
        worthless.put("random", "Zm9yIHRlc3RzIG9ubHksIG5vdGhpbmcgaGVyZQ");
        worthless.putAll(new ForgedToken(access(alice)).all(keycloak.publicKey()));
        String refusal = program.refusal("bm90aGluZy1hdC1hbGw", OWN);
        for (Map.Entry<String, String> one : worthless.entrySet()) {
            assertThat(program.refusal(one.getValue(), OWN)).as(one.getKey()).isEqualTo(refusal);
        }
        assertThat(program.get(access(alice), OWN).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void aTokenCountsOnlyUntilItRunsOutOrIsTakenBack() throws Exception {
        String brief = access(keycloak.persons("corp", "brief", "alice"));
        String revoked = access(keycloak.clientsOwn("reports", "reports-sample"));
        JsonObject session = keycloak.persons("corp", "mailboxes", "alice");
        for (String token : List.of(brief, revoked, access(session))) {
            assertThat(program.get(token, OWN).statusCode()).isEqualTo(200);
        }
        Map<String, String> reports = Map.of("client_id", "reports", "client_secret", "reports-sample");
        Map<String, String> revocation = new LinkedHashMap<>(reports);
        revocation.put("token", revoked);
        assertThat(keycloak.post(keycloak.address("corp", "revoke"), revocation).statusCode())
                .isEqualTo(200);
        Map<String, String> end = Map.of(
                "client_id",
                "mailboxes",
                "refresh_token",
                session.get("refresh_token").getAsString());
        assertThat(keycloak.post(keycloak.address("corp", "logout"), end).statusCode())
                .isEqualTo(204);
        TimeUnit.SECONDS.sleep(LATER_SECONDS);
        for (String token : List.of(brief, revoked, access(session))) {
            program.refusal(token, OWN);
        }
    }

    @Test
    @Order(6)
    void otherLoginsAreWhatTheyWere() throws Exception {
        program.get(access(keycloak.clientsOwn("reports", "reports-sample")), AUDIT);
        assertThat(program.basic("auditor", "auditor-sample", AUDIT).statusCode())
                .isEqualTo(200);
        HttpResponse<String> wrong = program.basic("auditor", "not the password", AUDIT);
        assertThat(wrong.statusCode()).isEqualTo(401);
        HttpResponse<String> nobody = program.plain(program.begin(OWN));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Sealpost\", charset=\"UTF-8\"", "Bearer realm=\"Sealpost\"");
    }

    @Test
    @Order(7)
    void twoLoginsAtOnceAreNone() throws Exception {
        String token = access(keycloak.clientsOwn("reports", "reports-sample"));
        String password = Base64.getEncoder().encodeToString("auditor:auditor-sample".getBytes(StandardCharsets.UTF_8));
        assertThat(program.status(program.request(token, AUDIT).header("Authorization", "Basic " + password)))
                .isEqualTo(401);
    }

    @Test
    @Order(8)
    void aTokenOpensNoPageAndOutweighsASession() throws Exception {
        String auditor = access(keycloak.clientsOwn("reports", "reports-sample"));
        String alice = access(keycloak.persons("corp", "mailboxes", "alice"));
        assertThat(program.get(auditor, "/console/audit.xhtml").body()).contains("j_password");
        try (Chromium browser = new Chromium(server)) {
            Visitor ada = browser.visitor("admin");
            String cookies = ada.page().context().cookies().stream()
                    .map(one -> one.name + "=" + one.value)
                    .reduce((one, other) -> one + "; " + other)
                    .orElseThrow();
            assertThat(program.status(program.begin(AUDIT).header("Cookie", cookies)))
                    .isEqualTo(200);
            assertThat(program.status(program.request(alice, AUDIT).header("Cookie", cookies)))
                    .isEqualTo(403);
            assertThat(program.status(
                            program.request("bm90aGluZy1hdC1hbGw", AUDIT).header("Cookie", cookies)))
                    .isEqualTo(401);
            assertThat(program.get(alice, OWN).body())
                    .isEqualTo(program.plain(program.request(alice, OWN).header("Cookie", cookies))
                            .body());
            ada.go("/console/audit.xhtml").locator("#sp-nav").waitFor();
        }
    }

    @Test
    @Order(9)
    void requestsAreCountedForTheTokensOwner() throws Exception {
        String auditor = access(keycloak.clientsOwn("reports", "reports-sample"));
        String alice = access(keycloak.persons("corp", "mailboxes", "alice"));
        int status = 200;
        for (int i = 0; i < 1000 && status == 200; i++) {
            status = program.get(auditor, OWN).statusCode();
        }
        assertThat(status).isEqualTo(429);
        assertThat(program.get(alice, OWN).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(10)
    void withoutTheProviderTokensAreNotJudgedAndPasswordsAreEnough() throws Exception {
        keycloak.close();
        HttpResponse<String> unknown = program.get("bmV2ZXIgc2VlbiBiZWZvcmU", OWN);
        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
        assertThat(unknown.body()).contains("\"code\":\"bearer-provider-unavailable\"");
        assertThat(program.basic("alice", "alice-sample", OWN).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(11)
    void noTokenAndNoSecretIsInTheLog() throws IOException {
        assertThat(program.shown()).hasSizeGreaterThan(20);
        try (Stream<Path> files = Files.walk(server.data().resolve("log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String log = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(program.shown()).as(file.toString()).noneMatch(log::contains);
                assertThat(log).doesNotContain("sealpost-asks-keycloak");
            }
        }
        assertThat(server.data().resolve("log/server.log"))
                .content()
                .contains("SEALPOST_BEARER_AUDIENCE", "the directory has nobody");
    }

    private static String access(JsonObject tokens) {
        return tokens.get("access_token").getAsString();
    }
}
