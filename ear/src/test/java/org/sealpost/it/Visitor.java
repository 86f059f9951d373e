package org.sealpost.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at his screen of 1280 x 800: logged in, on one page at a time. */
final class Visitor {
    /** Milliseconds that an answer may take on a busy machine. */
    static final double PATIENCE = 30_000;

    /** Milliseconds in which a list has opened, on a busy machine too. */
    private static final double UNFOLDING = 600;

    private final SampleServer server;
    private final Page page;
    private final String login;
    private final List<String> complaints = new ArrayList<>();

    /** @param language of the pages, as the browser asks for it: en-GB or de-DE */
    Visitor(SampleServer server, Browser browser, String login, String language) {
        this.server = server;
        this.login = login;
        this.page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 800)
                        .setLocale(language)
                        .setAcceptDownloads(true))
                .newPage();
        page.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        page.onPageError(complaints::add);
        LastLook.at(this);
        page.onDialog(Dialog::accept);
        page.navigate(server.url() + "/");
        if (!login.isEmpty()) {
            logIn(login);
        }
    }

    /** The question for one's own password, which some acts bring. */
    StepUpDialog stepUp() {
        return new StepUpDialog(page, server.password(login));
    }

    ApprovalsPage approvals() {
        go("/console/approvals.xhtml");
        return new ApprovalsPage(page, stepUp());
    }

    PoliciesPage policies() {
        go("/console/policies.xhtml");
        return new PoliciesPage(page, stepUp());
    }

    private void logIn(String login) {
        page.locator("#j_username").fill(login);
        page.locator("#j_password").fill(server.password(login));
        page.locator("button[type=submit]").click();
        page.locator("#sp-nav").waitFor();
    }

    /** Goes to a page by its path. */
    Page go(String path) {
        page.navigate(server.url() + path);
        return page;
    }

    /** Goes to a page by its path. @return the status of the answer */
    int status(String path) {
        Response response = page.navigate(server.url() + path);
        return response == null ? 0 : response.status();
    }

    /** What a script of the open page gets for a call of the interface, with the session's own cookie. */
    record Answer(int status, String text) {}

    /** Calls the interface from the open page. @param path behind the server's address */
    Answer call(String method, String path) {
        String answer = page.evaluate(
                        "([method, path]) => fetch(path, {method}).then(async a => a.status + ' ' + await a.text())",
                        List.of(method, path))
                .toString();
        return new Answer(Integer.parseInt(answer.substring(0, 3)), answer.substring(4));
    }

    /** Waits until the dialog around something has taken the focus: what is typed before may go to another field. */
    static void settled(Page page, String id) {
        page.locator(".ui-dialog:has([id='" + id + "']) :focus").waitFor();
    }

    /** Chooses from a menu. A list that still unfolds takes no click, and people wait for it too. */
    static void pick(Page page, String menu, String entry) {
        page.locator("[id='" + menu + "_label']").click();
        page.waitForTimeout(UNFOLDING);
        page.locator("[id='" + menu + "_items'] li")
                .filter(new Locator.FilterOptions().setHasText(entry))
                .click();
    }

    ComposePage compose() {
        go("/mailbox/compose.xhtml");
        return new ComposePage(page);
    }

    OptionsPage options() {
        go("/mailbox/options.xhtml");
        return new OptionsPage(page);
    }

    FolderPage inbox() {
        go("/mailbox/inbox.xhtml");
        return new FolderPage(page);
    }

    FolderPage sent() {
        go("/mailbox/sent.xhtml");
        return new FolderPage(page);
    }

    MailboxesPage mailboxes() {
        go("/console/mailboxes.xhtml");
        return new MailboxesPage(page);
    }

    BulkPage bulk() {
        go("/console/bulk.xhtml");
        return new BulkPage(page, stepUp());
    }

    TrustPage trust() {
        go("/console/trust.xhtml");
        return new TrustPage(page, stepUp());
    }

    FormatsPage formats() {
        go("/console/formats.xhtml");
        return new FormatsPage(page, stepUp());
    }

    JobsPage jobs() {
        go("/console/jobs.xhtml");
        return new JobsPage(page);
    }

    Page page() {
        return page;
    }

    String login() {
        return login;
    }

    /** Keeps a picture of what is on the screen, in {@code target/screenshots}. */
    void picture(String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SampleServer.repository().resolve(Path.of("ear/target/screenshots", name + ".png"))));
    }

    /** What scripts of the pages have thrown; nothing, if all is well. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }
}
