package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Alice writes to herself and has her password remembered for a while: she is asked once, until she has it forgotten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RememberedPasswordIT {
    private static final String PASSWORD = "seven geese at the pond";
    private static final byte[] PLAN = "the plan".getBytes(StandardCharsets.US_ASCII);

    private SampleServer server;
    private Chromium browser;
    private Visitor alice;

    @BeforeAll
    void open(@TempDir Path data) {
        server = SampleServer.start(data);
        browser = new Chromium(server);
        Visitor admin = browser.visitor("admin");
        String token = admin.mailboxes().enable("alice@corp.example");
        alice = browser.visitor("alice");
        assertThat(alice.options().setUp(token, PASSWORD).done()).isVisible();
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    @Test
    void askedOnceUntilForgotten() {
        write("First");
        Locator box = alice.page().locator("#secret .ui-chkbox-box");
        box.click();
        new ComposePage(alice.page()).password(PASSWORD).sent().await("First");
        assertThat(countdown()).hasText(Pattern.compile("1[45]:\\d\\d"));
        alice.picture("remembered");

        write("Second");
        new ComposePage(alice.page()).sent().await("Second");
        FolderPage inbox = alice.inbox();
        assertThat(clip(inbox, "Second")).hasCount(0);
        MessagePage opened = inbox.open("Second");
        assertThat(opened.banner()).isVisible();
        assertThat(clip(alice.inbox(), "Second")).hasCount(1);
        assertThat(clip(alice.inbox(), "First")).hasCount(0);

        alice.page().locator("[id='remembered:forget']").click();
        assertThat(countdown()).hasCount(0);
        assertThat(alice.inbox().open("First").locked()).isVisible();
        write("Third");
        assertThat(new ComposePage(alice.page()).question("askPassword")).isVisible();
        assertThat(alice.page().locator("#secret .ui-chkbox-box.ui-state-active"))
                .hasCount(0);
        assertThat(alice.complaints()).isEmpty();
    }

    private void write(String subject) {
        alice.compose()
                .to("alice@corp.example")
                .write(subject, "a note to myself")
                .attach("plan.txt", PLAN);
        ComposePage compose = new ComposePage(alice.page());
        assertThat(compose.file("plan.txt")).isVisible();
        compose.send();
    }

    private Locator countdown() {
        return alice.page().locator(".sp-countdown");
    }

    private static Locator clip(FolderPage folder, String subject) {
        Page page = folder.page();
        assertThat(folder.lines(subject)).hasCount(1);
        assertThat(page.locator(".sp-maillist")).isVisible();
        return folder.lines(subject).locator(".sp-col-clip .pi-paperclip");
    }
}
