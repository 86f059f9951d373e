package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.server.Command;

/** What the launcher promises, on a second server beside another; then its Key Manager locked, unlocked and stopped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(SharedServer.Giver.class)
class ServiceIT {
    private static final Pattern READY = Pattern.compile("READY (https://localhost:\\d+) (\\d+)\\.(\\d) s (\\d+) MB");
    private static final int MOST_MEGABYTES = 900;

    private final SharedServer other;
    private SampleServer server;

    ServiceIT(SharedServer other) {
        this.other = other;
    }

    @BeforeAll
    void open(@TempDir Path folder) {
        server = SampleServer.start(folder.resolve("data"));
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    @Order(1)
    void theLauncherSaysWhereAfterHowLongAndHowLarge() {
        List<String> ready = server.output().stream()
                .filter(line -> line.startsWith("READY"))
                .toList();
        assertThat(ready).hasSize(1);
        Matcher line = READY.matcher(ready.get(0));
        assertThat(line.matches()).as(ready.get(0)).isTrue();
        assertThat(line.group(1)).isEqualTo(server.url());
        assertThat(Integer.parseInt(line.group(4))).isBetween(100, MOST_MEGABYTES);
        System.getLogger(ServiceIT.class.getName())
                .log(System.Logger.Level.INFO, "{0} (aim: 25 s on two idle processors)", ready.get(0));
    }

    @Test
    @Order(2)
    void whatScriptsNeedLiesInTheDataFolder() {
        Map<String, Set<String>> roles = server.sample().getAsJsonArray("logins").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .collect(Collectors.toMap(one -> one.get("name").getAsString(), ServiceIT::roles));
        assertThat(roles)
                .hasSize(17)
                .containsEntry("admin", Set.of("user", "km-admin", "mailbox-admin"))
                .containsEntry("officer1", Set.of("user", "recovery-officer"))
                .containsEntry("officer3", Set.of("user", "recovery-officer"))
                .containsEntry("auditor", Set.of("user", "auditor"))
                .containsEntry("alice", Set.of("user"))
                .doesNotContainKey("directory-reader");
        assertThat(server.certificate()).content().startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(server.password("bob")).isEqualTo("bob-sample");
    }

    private static Set<String> roles(JsonObject login) {
        return login.getAsJsonArray("roles").asList().stream()
                .map(JsonElement::getAsString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Order(3)
    void twoInstancesWorkAtOnceAndControlCEndsOneOfThem() {
        assertThat(server.url()).isNotEqualTo(other.server().url());
        assertThat(Health.of(server).status()).isEqualTo(200);
        assertThat(Health.of(other.server()).status()).isEqualTo(200);
        assertThat(server.interrupt()).isZero();
        assertThat(server.data().resolve("server.pid")).doesNotExist();
        assertThat(Health.of(other.server()).status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void aLockedKeyManagerIsNotReadyAndOpensOnlyWithItsPasswordAfterARisingDelay() throws IOException {
        server.start("--by-hand");
        Health locked = Health.of(server);
        assertThat(locked.status()).isEqualTo(503);
        assertThat(locked.reason("key-manager")).contains("is locked");
        for (String part : List.of("database", "directory", "queue")) {
            assertThat(locked.up(part)).as(part).isTrue();
        }
        try (Chromium browser = new Chromium(server)) {
            Visitor admin = browser.visitor("admin");
            ServicePage page = ServicePage.of(admin);
            assertThat(page.state()).containsText("locked");
            assertThat(page.open("not at all the password").refusal()).containsText("one second");
            admin.page().waitForTimeout(1_100);
            assertThat(page.open("nor is this one here").refusal()).containsText("2 seconds");
            admin.page().waitForTimeout(2_100);
            assertThat(page.open("a third wrong password").refusal()).containsText("4 seconds");
            assertThat(unlockByProgram()).contains("\"code\":\"too-many-tries\"");
            assertThat(page.state()).containsText("locked");
            admin.page().waitForTimeout(4_100);
            page.open(startUpPassword());
            assertThat(page.state()).containsText("running");
            assertThat(Health.of(server).status()).isEqualTo(200);
            assertThat(entries(admin, "Key Manager unlocked"))
                    .anyMatch(entry -> entry.matches("Refused.*wrong-startup-password.*"))
                    .anyMatch(entry -> entry.startsWith("Done"));
        }
    }

    @Test
    @Order(5)
    void aStoppedKeyManagerLetsMailGoOnAndStartsOnlyWithItsPassword() throws IOException {
        try (Chromium browser = new Chromium(server)) {
            Visitor admin = browser.visitor("admin");
            ServicePage page = ServicePage.of(admin).stop();
            assertThat(page.state()).containsText("stopped");
            Health stopped = Health.of(server);
            assertThat(stopped.status()).isEqualTo(200);
            assertThat(stopped.reason("key-manager")).contains("mail goes on");
            assertThat(page.open("not at all the password").refusal()).containsText("password is wrong");
            assertThat(page.state()).containsText("stopped");
            admin.page().waitForTimeout(1_100);
            assertThat(page.open(startUpPassword()).state()).containsText("running");
            assertThat(entries(admin, "Key Manager started"))
                    .anyMatch(entry -> entry.matches("Refused.*wrong-startup-password.*"))
                    .anyMatch(entry -> entry.startsWith("Done"));
            assertThat(entries(admin, "Key Manager stopped")).anyMatch(entry -> entry.startsWith("Done"));
            assertThat(admin.complaints()).isEmpty();
        }
    }

    @Test
    @Order(6)
    void terminationEndsItCleanly() {
        assertThat(server.stop()).isZero();
    }

    /** At once, which no page could be sure of. */
    private String unlockByProgram() {
        return Command.run(
                        Map.of(),
                        List.of(
                                "curl",
                                "-sS",
                                "--cacert",
                                server.certificate().toString(),
                                "-u",
                                "admin:" + server.password("admin"),
                                "-H",
                                "Content-Type: application/json",
                                "-d",
                                "{\"password\": \"whatever it may be\"}",
                                server.url() + "/api/v1/key-manager/unlock"))
                .output();
    }

    private String startUpPassword() throws IOException {
        return Files.readString(server.data().resolve("startup-password")).strip();
    }

    /** Outcome and details of an act's entries in the audit trail. */
    private static List<String> entries(Visitor admin, String act) {
        return admin.go("/console/audit.xhtml").locator("[id='audit:entries_data'] > tr").all().stream()
                .map(row -> row.locator("td").allInnerTexts())
                .filter(cells -> cells.get(3).contains(act))
                .map(cells -> (cells.get(5).strip() + " " + cells.get(6).strip()).strip())
                .toList();
    }
}
