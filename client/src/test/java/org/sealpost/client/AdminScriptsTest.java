package org.sealpost.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays the scripts of administrators, and looks at what the Key Manager was sent. */
class AdminScriptsTest {
    private static final String API = "/api/v1/";
    private static final String VIEW = "{\"masterVersion\":1}";
    private static final String HANDED = """
        {"shares":[{"set":"9f03","number":1,"needed":2,"holder":"Ada","text":"AAAA\\nBBBB"},
                   {"set":"9f03","number":2,"needed":2,"holder":"Bo","text":"CCCC\\nDDDD"}]}\
        """;

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene = Scene.open(folder);
        scene.file("startup.pw", "correct horse battery");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void answer(String request, String... answers) {
        scene.server().answers(request.replaceFirst(" ", " " + API), answers);
    }

    private String sent(String request) {
        return scene.server().body(request.replaceFirst(" ", " " + API));
    }

    @Test
    void aMailboxIsShownItsTokenWithdrawnAndAHeldMessageDecidedAbout() {
        answer("GET mailboxes/bob%40corp.example", """
            {"address":"bob@corp.example","state":"REVOKED","options":{"encrypt":true},"certificates":[]}\
            """);
        answer("POST mailboxes/bob%40corp.example/re-enablement", """
            {"mailbox":"bob@corp.example","token":"%s","expires":"2026-11-27T12:00:00Z"}\
            """.formatted(SampleOrganisation.TOKEN));
        answer("DELETE mailboxes/bob%40corp.example/token", "");
        answer("GET mailboxes/counts", "[{\"state\":\"ENABLED\",\"number\":3}]");
        answer("GET jobs/counts", "[{\"state\":\"HELD\",\"number\":1}]");
        answer("GET mailboxes/units", "[\"Sales\",\"Works\"]");
        answer("GET jobs/42", "{\"job\":{\"id\":42,\"state\":\"HELD\"},\"choices\":[\"CANCEL\"]}");
        answer("POST jobs/42/choice", "");
        scene.play("admin-mailboxes");
        assertThat(scene.server().requests()).containsOnlyOnce("DELETE /api/v1/mailboxes/bob%40corp.example/token");
        assertThat(sent("POST jobs/42/choice")).isEqualTo("{\"choice\":\"CANCEL\"}");
    }

    @Test
    void certificatesAreFoundShownSavedAndMeasured() throws Exception {
        answer("GET certificates?address=alice&state=issued&endsBefore=2027-01-01T00%3A00%3A00Z", """
            {"certificates":[{"serial":"1f","address":"alice@corp.example","profile":"SIGNING","state":"ISSUED"}]}\
            """);
        answer("GET certificates/1f", "{\"certificate\":{\"serial\":\"1f\"},\"subject\":\"CN=Alice\"}");
        answer("GET certificates/1f/pem", "-----BEGIN CERTIFICATE-----\n");
        answer("GET certificates/smimea?domain=corp.example", "; records\n");
        answer("GET certificates/smimea", "; more\n");
        answer("GET recipients/card?address=alice%40corp.example", "BEGIN:VCARD\r\n");
        answer("GET certificates/rules?profile=strict", "[{\"rule\":\"key-usage\",\"severity\":\"ERROR\"}]");
        answer("POST certificates/lint", "{\"findings\":[]}");
        scene.play("admin-certificates");
        assertThat(scene.text("alice.pem")).isEqualTo("-----BEGIN CERTIFICATE-----\n");
        assertThat(scene.text("corp.zone")).isEqualTo("; more\n");
        assertThat(scene.text("alice.vcf")).isEqualTo("BEGIN:VCARD\r\n");
        assertThat(sent("POST certificates/lint")).isEqualTo("{\"certificate\":\"-----BEGIN CERTIFICATE-----\\n\"}");
    }

    @Test
    void formatsAreChangedFromWhatTheyAre() {
        answer("GET formats", """
            {"number":3,"edition":"MODERN","preferred":"AES_256_GCM","floor":"AES_128_CBC"}\
            """);
        answer("GET formats/history?after=3", "{\"versions\":[]}");
        answer("GET formats/stored", "[{\"format\":\"DES\",\"messages\":12},{\"messages\":3}]");
        answer("PUT formats", "{\"request\":7,\"missing\":1}");
        scene.play("admin-formats");
        assertThat(sent("PUT formats")).isEqualTo("""
            {"reason":"stronger","ticket":"","basedOn":3,"edition":"MODERN","preferred":"AES_256_GCM",\
            "floor":"AES_256_CBC"}\
            """);
    }

    @Test
    void policiesAreChangedAndTheLogIsTakenOut() throws Exception {
        answer("GET approvals/7", "{\"id\":7,\"approvers\":[\"grace\"]}");
        answer("POST permissions", "{\"request\":8,\"missing\":2}");
        answer("GET approval-policies", """
            [{"verb":"REVOKE","people":1,"role":"mailbox-admin","hours":72,"reasonRequired":true,"ticketRequired":false}]\
            """);
        answer("PUT approval-policies/REVOKE", "{\"request\":9,\"carriedOut\":true}");
        answer(
                "GET audit?actor=admin&outcome=failure&from=2026-11-01T00%3A00%3A00Z",
                "{\"entries\":[{\"number\":12,\"actor\":\"admin\",\"act\":\"REVOKE\"}]}");
        answer("GET audit/export/csv?act=revoke", "number,actor\n\n");
        scene.play("admin-approvals");
        assertThat(sent("PUT approval-policies/REVOKE")).isEqualTo("""
            {"reason":"audit","ticket":"","people":2,"role":"mailbox-admin","hours":72,\
            "reasonRequired":true,"ticketRequired":true}\
            """);
        assertThat(sent("POST permissions")).contains("\"verb\":\"UNLOCK\"", "\"reason\":\"maintenance\"");
        assertThat(scene.text("log.csv")).isEqualTo("number,actor\n\n");
        assertThat(scene.path("forbidden.jsonl")).doesNotExist();
    }

    @Test
    void officersAreNamedAndContribute() throws Exception {
        answer("PUT recovery/officers", "{\"request\":5,\"missing\":0}");
        answer("POST escrow/drills", "{\"request\":6,\"missing\":2}");
        answer("POST escrow/rotation", "{\"request\":7,\"missing\":2}");
        answer("POST recovery/requests/7/approvals", "{\"outcome\":\"waiting\"}", "{\"outcome\":\"done\"}");
        answer("GET escrow/rotation", "{\"moved\":120}");
        answer("POST escrow/rotation/contributions", "{\"moved\":300}");
        answer("GET escrow/drills", "{\"opened\":120}");
        answer("POST escrow/drills/contributions", "{\"opened\":300}");
        answer("POST recovery/released", "PKCS 12");
        scene.play("admin-recovery");
        assertThat(sent("PUT recovery/officers"))
                .contains("[\"a@corp.example\",\"b@corp.example\",\"c@corp.example\"]", "\"needed\":2");
        assertThat(sent("POST recovery/requests/7/approvals")).contains(SampleOrganisation.PASSWORD);
        assertThat(sent("POST escrow/drills/contributions")).contains(SampleOrganisation.PASSWORD);
        assertThat(sent("POST recovery/released")).contains(SampleOrganisation.TOKEN);
        assertOwnersOnly("released.p12");
    }

    @Test
    void theKeyManagersSecretsAreChangedWithoutAnyOfThemOnTheCommandLine() throws Exception {
        answer("GET key-manager/opening", "{\"tokenConfigured\":true,\"masterVersion\":1,\"ways\":[],\"holders\":[]}");
        answer("GET key-manager/service", "{\"role\":\"HOLDER\"}");
        answer("PUT key-manager/password", VIEW);
        answer("POST key-manager/recover", "{\"state\":\"RUNNING\"}");
        answer("POST key-manager/shares", HANDED);
        answer("POST key-manager/shares/request", "{\"request\":9,\"missing\":1}");
        answer("GET key-manager/shares", "{\"shares\":2}");
        answer("POST key-manager/shares/proof", VIEW);
        answer("DELETE key-manager/shares", "");
        answer("POST key-manager/token/add", VIEW);
        answer("POST key-manager/token/remove", VIEW);
        answer("POST key-manager/token/open", "{\"state\":\"RUNNING\"}");
        answer("POST key-manager/rotate", "{\"masterVersion\":2}");
        answer("POST key-manager/hand-over", "{\"state\":\"PASSIVE\"}");
        scene.play("admin-custody");
        assertThat(sent("PUT key-manager/password"))
                .isEqualTo("{\"password\":\"correct horse battery\",\"changed\":\"%s\"}"
                        .formatted(SampleOrganisation.PASSWORD));
        assertThat(sent("POST key-manager/recover")).contains("[\"first share\",\"second share\"]");
        assertThat(scene.text("shares/share-1.txt")).isEqualTo("AAAA\nBBBB\n");
        assertThat(sent("POST key-manager/shares/proof"))
                .isEqualTo("{\"shares\":[\"AAAA\\nBBBB\\n\",\"CCCC\\nDDDD\\n\"]}");
        assertThat(sent("POST key-manager/token/add")).contains("\"pin\":\"4711\"");
        assertOwnersOnly("shares/share-1.txt");
    }

    @Test
    void aKeyManagerIsSetUp() throws Exception {
        answer("POST key-manager/set-up", HANDED);
        answer("POST key-manager/set-up/proof", "{\"state\":\"RUNNING\"}");
        answer("DELETE key-manager/set-up", "");
        scene.play("admin-set-up");
        assertThat(sent("POST key-manager/set-up")).isEqualTo("""
            {"organisation":"Sample","authorityKey":"EC_P256","needed":2,"holders":["Ada","Bo"],\
            "password":"correct horse battery"}\
            """);
        assertThat(sent("POST key-manager/set-up/proof")).contains("AAAA", "correct horse battery");
        assertOwnersOnly("first/share-2.txt");
    }

    @Test
    void backupsRestoringAndRepairsAreWaitedForAndAskedAbout() {
        String running = "{\"running\":true,\"rows\":1,\"expected\":3,\"failed\":false}";
        answer("POST backups/begin", running);
        answer(
                "GET backups/progress",
                "{\"running\":false,\"name\":\"sealpost.backup\",\"failed\":false}",
                "{\"running\":false,\"failed\":true}");
        answer("GET backups/files", "[\"sealpost.backup\"]");
        answer("GET backups/sealpost.backup", "{\"organisation\":\"Sample\",\"sharesNeeded\":2}");
        answer("POST backups/sealpost.backup/restore", "{\"rows\":900}");
        answer("POST integrity/begin", "{\"running\":true,\"looked\":0,\"findings\":[]}");
        answer("GET integrity", "{\"running\":false,\"looked\":12,\"findings\":[]}");
        answer("GET integrity/repairs", "[{\"repair\":\"DISCARD_STOCK\",\"count\":3}]");
        answer("POST integrity/repairs/DISCARD_STOCK", "{\"mended\":3}");
        scene.play("admin-backups");
        assertThat(sent("POST backups/sealpost.backup/restore"))
                .isEqualTo("{\"shares\":[\"first share\",\"second share\"]}");
        assertThat(scene.server().requests())
                .containsOnlyOnce("POST /api/v1/integrity/repairs/DISCARD_STOCK")
                .doesNotContain("POST /api/v1/integrity/repairs/SIGN_REVOCATION_LIST");
    }

    @Test
    void authoritiesOfOthersAndContactsAreLookedAfter() throws Exception {
        scene.file("partner.der", new byte[] {0x30, 0x03, 0x02, 0x01, 0x05});
        scene.file("partner.crl", "a list");
        answer("POST authorities/look", "{\"subject\":\"CN=Partner\",\"fingerprint\":\"abab\"}");
        answer("POST authorities", "{\"request\":4,\"people\":1}");
        answer("GET authorities?text=partner&state=trusted", """
            {"authorities":[{"id":4,"subject":"CN=Partner","state":"TRUSTED"}]}\
            """);
        answer("GET authorities/4", "{\"id\":4,\"subject\":\"CN=Partner\",\"list\":{\"entries\":3}}");
        answer("PUT authorities/4/list", "{\"id\":4}");
        answer(
                "PUT authorities/4/fetching?address=http%3A%2F%2Fpartner.example%2Fca.crl",
                "{\"fetching\":\"http://partner.example/ca.crl\"}");
        answer("POST authorities/4/fetching", "{\"id\":4}");
        answer("DELETE authorities/4/fetching", "{\"id\":4}");
        answer("DELETE authorities/4?reason=over", "{\"id\":4}");
        answer("GET contacts?text=pat", """
            {"contacts":[{"id":"c1","address":"pat@partner.example","usable":true,"until":"2027-11-23T12:00:00Z"}]}\
            """);
        answer("DELETE contacts/c1", "");
        scene.play("admin-trust");
        assertThat(sent("POST authorities"))
                .contains("-----BEGIN CERTIFICATE-----\\nMAMCAQU=\\n", "partner.example other.example");
        assertThat(sent("PUT authorities/4/list")).isEqualTo("a list");
    }

    private void assertOwnersOnly(String file) throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scene.path(file))))
                .isEqualTo("rw-------");
    }
}
