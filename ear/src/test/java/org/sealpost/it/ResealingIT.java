package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Alice has mail in a format of 1996; the organisation has left it, and she re-encrypts what she has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResealingIT {
    private static final String PASSWORD = "seven geese at the pond";
    private static final String[] LETTERS = {"First of all", "Second to none", "Third time lucky"};

    private SampleServer server;
    private Chromium browser;
    private Visitor admin;
    private Visitor alice;

    @BeforeAll
    void open(@TempDir Path data) {
        server = SampleServer.start(data);
        browser = new Chromium(server);
        admin = browser.visitor("admin");
        String token = admin.mailboxes().enable("alice@corp.example");
        alice = browser.visitor("alice");
        assertThat(alice.options().setUp(token, PASSWORD).done()).isVisible();
        assertThat(admin.formats().choose(1, "As it was in 1996").confirm().inForce())
                .containsText("CAST-64");
        for (String letter : LETTERS) {
            alice.compose()
                    .to("alice@corp.example")
                    .write(letter, "a note to myself")
                    .send()
                    .password(PASSWORD)
                    .sent()
                    .await(letter);
        }
        assertThat(admin.formats().choose(0, "Back to the present").confirm().inForce())
                .containsText("AES-256-GCM");
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    @Test
    void whatIsStoredInAnOldFormatGetsANewEnvelopeAndItsSignatureHolds() {
        assertThat(stored("CAST-64")).hasText("6");
        alice.inbox();
        assertThat(alice.page().locator(".sp-reminder-quiet")).containsText("6 of your 6 sealed messages");
        alice.options();
        assertThat(section()).containsText("weaker than today’s, AES-256-GCM");

        ask("not hers at all, this");
        assertThat(alice.page().locator("[id='reseal:passwordProblem']")).not().isEmpty();
        alice.picture("reseal");
        alice.page().locator("#reseal input[type=password]").fill(PASSWORD);
        alice.page().locator("[id='reseal:go']").click();
        assertThat(section()).containsText("Re-encrypting has finished");
        assertThat(section()).containsText("6 re-encrypted");
        alice.picture("resealed");

        FolderPage inbox = alice.inbox();
        assertThat(alice.page().locator(".sp-reminder-quiet")).hasCount(0);
        MessagePage opened = inbox.open(LETTERS[1]).unlock(PASSWORD);
        assertThat(opened.text()).containsText("a note to myself");
        assertThat(opened.banner()).containsText("Encrypted (AES-256-GCM)");
        assertThat(opened.checks()).hasCount(7);
        assertThat(alice.page().locator(".sp-check-OK")).hasCount(7);
        assertThat(stored("CAST-64")).hasText("0");
        assertThat(stored("AES-256-GCM")).hasText("6");
        assertThat(alice.complaints()).isEmpty();
        assertThat(admin.complaints()).isEmpty();
    }

    private void ask(String password) {
        alice.page().locator("[id='resealed:ask']").click();
        alice.page().locator("#resealMail").waitFor();
        alice.page().locator("#reseal input[type=password]").fill(password);
        alice.page().locator("[id='reseal:go']").click();
    }

    private Locator section() {
        return alice.page().locator("#resealing");
    }

    /** How many messages the administrator's page says are stored in that format. */
    private Locator stored(String format) {
        admin.formats();
        return admin.page().locator("tr:has(strong:text-is('" + format + "')) .sp-stored");
    }
}
