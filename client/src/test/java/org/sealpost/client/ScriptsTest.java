package org.sealpost.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays the scripts, and looks at what they leave behind. */
class ScriptsTest {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene = Scene.open(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatIsSealedIsOpenedByItsRecipientAndItsSender() throws Exception {
        scene.play("seal-and-open");
        String sealed = scene.text("sealed.eml");
        assertThat(sealed.substring(0, sealed.indexOf("\r\n\r\n")))
                .contains("Subject: Plans", "authEnveloped-data")
                .doesNotContainIgnoringCase("bcc")
                .doesNotContain("carol");
        assertThat(scene.text("opened.eml")).contains("Subject: Plans", "They are ready.");
    }

    @Test
    void anAccessTokenStandsForALogin() {
        scene.play("bearer");
    }

    @Test
    void theReportListsEachCheck() throws Exception {
        scene.play("seal-and-open");
        JsonObject report = report();
        assertThat(report.getString("result")).isEqualTo("verified");
        assertThat(report.getInt("status")).isZero();
        assertThat(report.getString("format")).isEqualTo("AES-256-GCM");
        assertThat(report.getJsonArray("checks").getValuesAs(JsonObject.class))
                .extracting(check -> check.getString("check") + " " + check.getString("outcome"))
                .containsExactly(
                        "altered ok", "signer ok", "address ok", "chain ok", "usage ok", "dates ok", "revoked ok");
    }

    @Test
    void whatCannotBeOpenedIsRefused() throws Exception {
        scene.play("open-refused");
        assertThat(report().getString("result")).isEqualTo("refused");
        assertThat(report().getJsonObject("problem").getString("code")).isEqualTo("no-key-for-message");
    }

    @Test
    void aPlainMessageComesBackAsItIs() throws Exception {
        scene.play("open-plain");
        assertThat(scene.read("opened.eml")).isEqualTo(scene.read("message.eml"));
    }

    @Test
    void aTokenBecomesASecurityFileThatOnlyItsOwnerReads() throws Exception {
        scene.play("enrol");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scene.path("dave.epf"))))
                .isEqualTo("rw-------");
        try (Stream<Path> kept = Files.walk(scene.path("home"))) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readAllBytes(file)).asString().doesNotContain("geese", "boats", "sample");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aTokenIsPrintedForPeopleAndForPrograms() {
        scene.play("admin-enable");
    }

    @Test
    void whatIsMissingIsNamed() {
        scene.withoutTerminal().play("usage");
    }

    @Test
    void formatsAndRecipientsAreChecked() {
        scene.play("formats");
    }

    @Test
    void aFileComesBackOctetForOctet() throws Exception {
        byte[] picture = new byte[6 * 1024 * 1024];
        SampleOrganisation.RANDOM.nextBytes(picture);
        scene.file("holiday.jpg", picture);
        scene.play("files");
        assertThat(scene.read("back.jpg")).isEqualTo(picture);
    }

    @Test
    void whatWasAskedOnceServesOffline() throws Exception {
        scene.play("offline");
        try (Stream<Path> kept = Files.list(scene.path("home/recipients"))) {
            for (Path file : kept.toList()) {
                Files.writeString(file, Files.readString(file).replace("ENABLED", "REVOKED"));
            }
        }
        assertThat(scene.run(
                                "sealpost seal --offline --epf ./alice.epf --password-file ./epf.pw"
                                        + " --to bob@corp.example <message.eml",
                                List.of())
                        .status())
                .as("an answer that was changed counts as none")
                .isEqualTo(2);
    }

    @Test
    void keysAreListedExportedAndSealedAnew() throws Exception {
        scene.play("keys");
        assertThat(scene.text("bob.pem")).contains("BEGIN CERTIFICATE").doesNotContain("PRIVATE");
        assertThat(scene.text("bob-keys.pem")).contains("BEGIN PRIVATE KEY");
    }

    @Test
    void whoeverCannotBeSealedToIsAskedAbout() throws Exception {
        scene.play("send");
        List<JsonObject> posted = scene.server().posted();
        assertThat(posted).hasSize(4);
        assertThat(posted.get(0).getJsonArray("to").toString()).isEqualTo("[\"bob@corp.example\"]");
        assertThat(message(posted.get(0)))
                .contains("To: bob@corp.example", "authEnveloped-data")
                .doesNotContain("carol");
        assertThat(message(posted.get(1))).contains("They are ready", "multipart/signed");
        assertThat(posted.get(3).getJsonArray("bcc").toString()).isEqualTo("[\"bob@corp.example\"]");
        assertThat(message(posted.get(3))).doesNotContain("bob@corp.example");
        assertThat(posted).noneMatch(one -> one.toString().contains("geese"));
    }

    @Test
    void whoWasRevokedIsNotSealedToAndDoesNotVerify() throws Exception {
        scene.play("seal-and-open");
        scene.server()
                .revokes(scene.organisation()
                        .certificate("bob@corp.example")
                        .orElseThrow()
                        .getSerialNumber());
        Script.Seen sealed = scene.run(
                "sealpost seal --epf ./alice.epf --password-file ./epf.pw --to bob@corp.example SERVER <message.eml",
                List.of());
        assertThat(sealed.status()).isEqualTo(1);
        assertThat(sealed.err()).anyMatch(line -> line.contains("bob@corp.example"));
    }

    @Test
    void renewalKeepsOldMailReadable() {
        scene.play("renew");
        assertThat(scene.server().requests())
                .containsSubsequence("POST /api/v1/renewals", "POST /api/v1/renewals/confirmation");
    }

    @Test
    void administratorsAskAndAreAsked() {
        scene.server().answers("GET /api/v1/approvals?which=waiting", """
            {"requests":[{"id":7,"verb":"REVOKE","subject":"bob@corp.example","requester":"admin"}],"next":"41"}\
            """);
        scene.server().answers("POST /api/v1/key-manager/stop", "{\"state\":\"STOPPED\"}");
        scene.server().answers("POST /api/v1/mailboxes/bob%40corp.example/revocation", "");
        scene.server().answers("PUT /api/v1/mailbox/options", "");
        scene.server().answers("GET /api/v1/messages?folder=INBOX&text=", """
            {"messages":[{"id":42,"from":"bob@corp.example","name":"Bob","to":"alice@corp.example",
             "subject":"Plans","arrived":"2026-11-24T10:00:00Z","seal":"SIGNED_AND_ENCRYPTED",
             "size":900,"seen":false}]}\
            """);
        scene.play("admin");
    }

    @Test
    void manyMailboxesAreRevokedAndTokensMailed() {
        String planned = "{\"id\":%d,\"state\":\"PLANNED\"}";
        scene.server()
                .answers(
                        "POST /api/v1/bulk-runs?kind=REVOKE&reason=closed&cause=LEFT&text=&unit=Sales",
                        planned.formatted(7));
        scene.server()
                .answers(
                        "POST /api/v1/bulk-runs/file?kind=REVOKE&reason=closed&cause=LEFT&name=text.txt",
                        planned.formatted(8));
        scene.server()
                .answers(
                        "POST /api/v1/bulk-runs?kind=REVOKE&reason=sold&cause=MOVED&text=&group=sales%40corp.example",
                        planned.formatted(11));
        scene.server().answers("GET /api/v1/bulk-runs/7", "{\"id\":7,\"kind\":\"REVOKE\",\"counts\":{\"WAITING\":12}}");
        scene.server().answers("POST /api/v1/bulk-runs/7/start?ticket=", "{\"request\":3,\"people\":0}");
        scene.server().answers("GET /api/v1/bulk-runs/9", "{\"id\":9,\"state\":\"RUNNING\"}");
        scene.server().answers("GET /api/v1/bulk-runs/10", """
            {"id":10,"state":"RUNNING","perMinute":100,"secondsLeft":121}\
            """);
        scene.server()
                .answers("POST /api/v1/bulk-runs/8/tokens/mail?again=false", "{\"sent\":1,\"before\":2,\"ended\":0}");
        scene.server()
                .answers("POST /api/v1/bulk-runs/8/tokens/mail?again=true", "{\"sent\":3,\"before\":0,\"ended\":0}");
        scene.play("admin-bulk");
    }

    @Test
    void whoHasNoTerminalIsToldWhichOptionIsMissing() {
        Script.Seen seen = scene.withoutTerminal().run("sealpost seal --epf ./alice.epf --to x@y.example", List.of());
        assertThat(seen.status()).isEqualTo(2);
        assertThat(seen.err()).anyMatch(line -> line.contains("--password-file"));
    }

    @Test
    void factsThatStandBesideTheMessageGoToAFile() throws Exception {
        scene.play("reports");
        assertThat(scene.text("sealed.json")).contains("\"sealed\"", "AES-256-GCM", "\"signed\": true");
        assertThat(scene.text("refused.json")).contains("\"refused\"", "not-enabled");
        assertThat(scene.text("unsealed.json")).contains("\"refused\"", "no-file-inside");
    }

    private static String message(JsonObject posted) {
        return new String(Base64.getDecoder().decode(posted.getString("message")), StandardCharsets.UTF_8);
    }

    private JsonObject report() throws Exception {
        return Json.createReader(new StringReader(scene.text("report.json"))).readObject();
    }
}
