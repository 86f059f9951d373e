package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Custody in the browser: set-up with its proof, a lost password, new shares, a backup restored into an empty server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CustodyIT {
    private static final String FIRST = "seven geese at the pond";
    private static final String SECOND = "two blue boats on a lake";

    private SampleServer server;
    private Chromium browser;
    private CustodyPages pages;
    private Visitor admin;
    private Path folder;
    private List<String> shares = List.of();
    private List<String> fresh = List.of();
    private String backup = "";

    @BeforeAll
    void open(@TempDir Path temporary) {
        folder = temporary;
        visit(SampleServer.startByHand(temporary.resolve("first")));
    }

    private void visit(SampleServer started) {
        server = started;
        browser = new Chromium(server);
        admin = browser.visitor("admin");
        pages = new CustodyPages(admin.page(), admin.stepUp());
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    @Test
    @Order(1)
    void setUpIsCompleteOnlyWhenPasswordAndSharesWereTypedAgain() {
        admin.go("/setup.xhtml");
        admin.picture("setup-make");
        shares = pages.make(FIRST);
        assertThat(shares).hasSize(3);
        admin.picture("setup-shares");
        pages.goOn();
        admin.picture("setup-prove");
        pages.fill("prove:typed", "eight geese at the pond")
                .type(shares.subList(0, 2))
                .press("prove:complete");
        assertThat(pages.refusal().first()).containsText("start-up password is wrong");
        pages.fill("prove:typed", FIRST)
                .type(List.of(Tokens.slip(shares.get(2).replace("\n", "-")), shares.get(0)))
                .press("prove:complete");
        assertThat(pages.refusal().last()).containsText("mistyped");
        admin.page().waitForTimeout(1_500);
        pages.fill("prove:typed", FIRST)
                .type(List.of(shares.get(2), shares.get(0)))
                .press("prove:complete");
        assertThat(pages.state()).containsText("running");
        admin.picture("service-custody");
    }

    @Test
    @Order(2)
    void aNewSetOfSharesPutsTheOldOneOutOfForce() {
        admin.go("/console/shares.xhtml");
        pages.fill("shares:password", FIRST)
                .press("shares:do", admin.page().locator(".sp-share").first());
        fresh = pages.shownShares();
        pages.goOn()
                .type(fresh.subList(1, 3))
                .press("prove:complete", admin.page().locator("[id='ways_data']"));
        assertThat(admin.page().locator("[id='ways_data']")).containsText("any 2 of 3");
        admin.picture("opening");
    }

    @Test
    @Order(3)
    void theMasterKeyIsReplacedByAButton() {
        admin.go("/console/opening.xhtml");
        pages.fill("rotation:rotationPassword", FIRST).press("rotation:rotate", pages.notice());
        assertThat(admin.page().locator("[id='rotation']")).containsText("Version 2");
    }

    @Test
    @Order(4)
    void everythingBelongsTogetherOnceTheFirstListIsSigned() {
        admin.go("/console/integrity.xhtml");
        pages.press("integrity:begin");
        admin.page().locator("[id='integrity:findings']").waitFor();
        Locator mend = admin.page().locator(".sp-revoking button");
        if (mend.count() > 0) {
            admin.picture("integrity-finding");
            mend.first().click();
        }
        assertThat(admin.page().locator("#content")).containsText("Everything belongs together");
        assertThat(admin.page().locator("[id='integrity:findings_data'] .sp-state-ok"))
                .hasCount(9);
        admin.picture("integrity");
    }

    @Test
    @Order(5)
    void aBackupIsMadeByOneButtonAndCanBeSaved() throws IOException {
        admin.go("/console/backup.xhtml");
        pages.press("backup:begin", admin.page().locator("[id='backup:state'] > *"));
        assertThat(admin.page().locator("[id='backup:state']")).containsText("The backup is complete");
        admin.picture("backup");
        Path file = pages.download();
        try (Stream<Path> files = Files.list(server.data().resolve("backups"))) {
            Path kept = files.findFirst().orElseThrow();
            backup = kept.getFileName().toString();
            assertThat(Files.mismatch(kept, file)).isEqualTo(-1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                    .isEqualTo("rw-------");
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("Sealpost backup 1\n").contains("organisation: Sealpost Sample\n");
    }

    @Test
    @Order(6)
    void sharesReplaceALostPasswordAfterARestart() {
        browser.close();
        server.stop();
        server.start("--by-hand");
        visit(server);
        admin.go("/console/service.xhtml");
        assertThat(pages.state()).containsText("locked");
        admin.page().locator("#opening a").click();
        admin.picture("recover");
        pages.type(shares.subList(0, 2))
                .fill("recover:password", SECOND)
                .fill("recover:again", SECOND)
                .press("recover:do", pages.refusal());
        assertThat(pages.refusal().first()).containsText("belongs to the set");
        admin.page().waitForTimeout(1_500);
        pages.type(fresh.subList(0, 2))
                .fill("recover:password", SECOND)
                .fill("recover:again", SECOND)
                .press("recover:do", pages.state());
        assertThat(pages.state()).containsText("running");
    }

    @Test
    @Order(7)
    void aBackupComesBackInAnEmptyServerThatSaysWhichSecretItNeeds() throws IOException {
        Path kept = server.data().resolve("backups").resolve(backup);
        browser.close();
        server.stop();
        Path second = Files.createDirectories(folder.resolve("second/backups"));
        Files.copy(kept, second.resolve(backup));
        visit(SampleServer.startByHand(folder.resolve("second")));
        admin.go("/setup.xhtml");
        admin.page().locator("#restore").click();
        admin.page().locator("a:has-text('" + backup + "')").click();
        assertThat(admin.page().locator("section[aria-labelledby=says]")).containsText("Sealpost Sample");
        admin.picture("restore");
        pages.fill("restore:password", SECOND).press("restore:do", pages.refusal());
        assertThat(pages.refusal().first()).containsText("start-up password is wrong");
        admin.page().waitForTimeout(1_500);
        pages.fill("restore:password", FIRST).press("restore:do", pages.state());
        assertThat(pages.state()).containsText("running");
        admin.go("/console/audit.xhtml");
        assertThat(admin.page().locator("[id='audit:entries_data']")).containsText("Restored from a backup");
    }

    @Test
    @Order(8)
    void noScriptHasFailedAndTheServerStopsCleanly() {
        assertThat(admin.complaints()).isEmpty();
        assertThat(server.stop()).isZero();
    }
}
