package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Formats are changed, first by one person, then by two, with everybody's own password, and the log tells all of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApprovalsIT {
    private static SampleServer server;
    private static Chromium browser;
    private static Visitor admin;
    private static Visitor officer;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = SampleServer.start(data);
        browser = new Chromium(server);
        admin = browser.visitor("admin");
        officer = browser.visitor("officer1");
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @Test
    @Order(1)
    void aSensitiveActAsksForThePasswordAndIsThenDone() {
        FormatsPage formats = admin.formats().choose(1, "as in 1996");
        formats.page().locator("[id='formats:change']").click();
        assertThat(admin.stepUp().own()).isVisible();
        admin.picture("step-up");
        admin.stepUp().give("not my password");
        assertThat(admin.page().locator(".ui-growl-item").first()).isVisible();
        admin.page().waitForTimeout(1_200);
        admin.stepUp().give("admin-sample");
        formats.page()
                .locator("[id='formats:change']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        assertThat(formats.inForce()).containsText("CAST");
    }

    @Test
    @Order(2)
    void theAnswerCountsDownAndCanBeForgotten() {
        admin.formats();
        assertThat(admin.stepUp().countdown()).isVisible();
        assertThat(admin.stepUp().countdown()).containsText("4:");
        admin.stepUp().forget();
        FormatsPage formats = admin.formats().choose(0, "back");
        formats.page().locator("[id='formats:change']").click();
        assertThat(admin.stepUp().own()).isVisible();
        admin.stepUp().give("admin-sample");
        formats.page()
                .locator("[id='formats:change']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    @Order(3)
    void aStricterPolicyNeedsAnotherPersonFirst() {
        admin.policies().change("Change formats", 1, "two pairs of eyes");
        assertThat(admin.page().locator(".ui-growl-item").first()).containsText("to agree first");
        assertThat(admin.policies().row("Change formats")).containsText("nobody else");
        ApprovalsPage waiting = officer.approvals();
        assertThat(waiting.badge()).hasText("1");
        assertThat(waiting.rows()).hasCount(1);
        officer.picture("approvals");
        waiting.look();
        assertThat(waiting.detail()).containsText("two pairs of eyes");
        officer.picture("approval");
        waiting.approve();
        assertThat(waiting.rows()).hasCount(0);
        assertThat(admin.policies().row("Change formats")).containsText("one");
        admin.picture("policies");
    }

    @Test
    @Order(4)
    void aChangeWaitsForAnotherPersonAndTakesEffectWithTheYes() {
        FormatsPage formats = admin.formats();
        assertThat(formats.page().locator("main").getByText("One other person").first())
                .isVisible();
        formats.choose(1, "as in 1996 again").confirm();
        assertThat(admin.formats().inForce()).not().containsText("CAST");
        assertThat(admin.approvals().rows()).hasCount(0);
        officer.approvals().look().approve();
        assertThat(admin.formats().inForce()).containsText("CAST");
    }

    @Test
    @Order(5)
    void nobodyAgreesToHisOwnRequestBySecondSessionOrDirectCall() {
        admin.formats().choose(0, "and back").confirm();
        assertThat(admin.approvals().show(1).look().detail().locator("[id='deciding:approve']"))
                .hasCount(0);
        String url = "/api/v1/approvals/";
        String number =
                admin.approvals().show(1).rows().first().locator("td").first().innerText();
        Visitor secondSession = browser.visitor("admin");
        Visitor.Answer cookie = secondSession.call("POST", url + digits(number) + "/approve");
        assertThat(cookie.status()).isEqualTo(403);
        assertThat(cookie.text()).contains("step-up-needed");
        assertThat(admin.call("POST", url + digits(number) + "/approve").text()).contains("own-request");
    }

    @Test
    @Order(6)
    void whatIsTakenBackOrRefusedChangesNothing() {
        admin.approvals().show(1).look().withdraw();
        admin.formats().choose(0, "please").confirm();
        officer.approvals().look().refuse("not this week");
        assertThat(admin.formats().inForce()).containsText("CAST");
        assertThat(admin.approvals().show(1).look().detail()).containsText("not this week");
    }

    @Test
    @Order(7)
    void theApproverGotAMail() {
        assertThat(officer.inbox().page().locator("main")).containsText("Key Manager");
    }

    @Test
    @Order(8)
    void theLogTellsWhoAgreedAndIsWhole() {
        Visitor auditor = browser.visitor("auditor");
        auditor.go("/console/audit.xhtml");
        assertThat(auditor.page().locator("[id='audit:found']")).containsText("officer1");
        auditor.page().locator("[id='checkpoints:sign']").click();
        assertThat(auditor.page().locator("[id='checkpoints:signed']")).containsText("running");
        auditor.page().locator("[id='checking:verify']").click();
        assertThat(auditor.page().locator("#proof .sp-note-ok")).isVisible();
        auditor.picture("audit-checkpoints");
        Visitor.Answer csv = auditor.call("GET", "/api/v1/audit/export/csv?act=CHANGE_FORMATS");
        assertThat(csv.text()).startsWith("number,at,actor").contains("officer1", "as in 1996 again");
        assertThat(admin.complaints()).isEmpty();
        assertThat(officer.complaints()).isEmpty();
        assertThat(auditor.complaints()).isEmpty();
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
