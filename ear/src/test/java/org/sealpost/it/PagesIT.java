package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page: no barrier that a program can find (WCAG 2.2 AA) in either language, and fresh styles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
    private static final Set<String> BARRIERS = Set.of("serious", "critical");
    private static final List<String> PAGES = List.of(
            "/home.xhtml",
            "/mailbox/inbox.xhtml",
            "/mailbox/sent.xhtml",
            "/mailbox/compose.xhtml",
            "/mailbox/options.xhtml",
            "/mailbox/contacts.xhtml",
            "/console/mailboxes.xhtml",
            "/console/bulk.xhtml",
            "/console/service.xhtml",
            "/console/formats.xhtml",
            "/console/certificates.xhtml",
            "/console/partners.xhtml",
            "/console/jobs.xhtml",
            "/console/audit.xhtml",
            "/console/trust.xhtml",
            "/console/moving.xhtml",
            "/console/approvals.xhtml",
            "/console/policies.xhtml",
            "/console/recovery.xhtml",
            "/console/opening.xhtml",
            "/console/shares.xhtml",
            "/console/recover.xhtml",
            "/console/backup.xhtml",
            "/console/integrity.xhtml",
            "/console/lint.xhtml",
            "/nowhere.xhtml");

    private final Map<String, String> found = new HashMap<>();
    private SampleServer server;
    private Chromium browser;

    @BeforeAll
    void open(@TempDir Path data) {
        server = SampleServer.start(data);
        browser = new Chromium(server);
        browser.visitor("alice")
                .compose()
                .to("admin@corp.example")
                .write("Hello", "Are you there?")
                .attach("plan.txt", new byte[] {65})
                .send()
                .sent();
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void noPageHasABarrier(String language) {
        check(browser.visitor("", language).page(), "log-in");
        Visitor admin = browser.visitor("admin", language);
        for (String path : PAGES) {
            check(admin.go(path), path);
            noIconIsPartOfAName(admin.page(), path);
            admin.picture(path.substring(1).replace('/', '-').replace(".xhtml", "-" + language));
        }
        admin.go("/mailbox/inbox.xhtml").locator(".sp-line-open").first().click();
        admin.page().locator("#message-subject").waitFor();
        check(admin.page(), "message");
        dialogs(admin);

        assertThat(found).isEmpty();
        assertThat(admin.complaints()).isEmpty();
    }

    private void dialogs(Visitor admin) {
        Locator row = admin.mailboxes().row("carol@corp.example");
        row.locator("button[id$=':details']").click();
        admin.page().locator("#deciding").waitFor();
        check(new AxeBuilder(admin.page()).include(".ui-dialog"), "details of a mailbox");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Send", "de-DE, Senden"})
    void theButtonThatSendsIsNamedByItsWord(String language, String send) {
        Page compose = browser.visitor("admin", language).compose().page();
        assertThat(compose.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(send).setExact(true))
                        .count())
                .isEqualTo(1);
    }

    /** On a telephone everything is reached by scrolling down, never sideways. */
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void noPageIsWiderThanASmallScreen(String language) {
        Visitor admin = browser.visitor("admin", language);
        admin.page().setViewportSize(360, 740);
        for (String path : PAGES) {
            Object excess = admin.go(path)
                    .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(excess).as(path).isEqualTo(0);
        }
    }

    @Test
    void aNumberOnTheFirstPageLeadsToWhatItCountsByKeyboard() {
        Visitor admin = browser.visitor("admin");
        admin.mailboxes().enable("dave@corp.example");
        Page page = admin.go("/home.xhtml");
        admin.picture("overview");
        Locator number = page.locator(".sp-counts a").filter(new Locator.FilterOptions().setHasText("token out"));
        number.focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/console/mailboxes.xhtml?state=TOKEN_OUT");

        MailboxesPage found = new MailboxesPage(page);
        assertThat(found.row("dave@corp.example").count()).isEqualTo(1);
        assertThat(found.row("carol@corp.example").count()).isZero();
        page.locator("#sp-nav a").first().focus();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Shift+Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("sp-skip");
    }

    /** A browser keeps styles and scripts for a month, and asks for another address when their content is another. */
    @Test
    void stylesAndScriptsAreKeptUnderAddressesOfTheirContent() {
        Page page = browser.visitor("", "en-GB").page();
        List<Response> answers = new ArrayList<>();
        page.onResponse(answers::add);
        page.reload();
        page.waitForLoadState();

        List<Response> ours = answers.stream()
                .filter(answer -> answer.url().contains("ln=sealpost"))
                .toList();
        assertThat(ours).hasSizeGreaterThanOrEqualTo(2).allSatisfy(answer -> {
            assertThat(answer.url()).matches(".*&v=[0-9a-f]{12}$");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headerValue("cache-control")).contains("max-age=2592000");
        });
    }

    /** Names of buttons are words: an icon's character in it would be read out as a riddle. */
    private static void noIconIsPartOfAName(Page page, String path) {
        String tree = page.locator("body").ariaSnapshot();
        assertThat(tree.codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE))
                .as(path + "\n" + tree)
                .isFalse();
    }

    private void check(Page page, String name) {
        page.waitForLoadState();
        check(new AxeBuilder(page), name);
    }

    private void check(AxeBuilder page, String name) {
        String barriers = page.analyze().getViolations().stream()
                .filter(rule -> BARRIERS.contains(rule.getImpact()))
                .map(PagesIT::words)
                .collect(Collectors.joining("\n"));
        if (!barriers.isEmpty()) {
            found.put(name, barriers);
        }
    }

    private static String words(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + "): "
                + rule.getNodes().stream().map(CheckedNode::getHtml).limit(3).collect(Collectors.joining(" | "));
    }
}
