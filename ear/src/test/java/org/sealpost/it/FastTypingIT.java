package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who types faster than a slow server answers enters recipients; no key is lost and no suggestion forced. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FastTypingIT {
    /** Milliseconds that every answer takes longer. */
    private static final int SLOW = 700;

    private SampleServer server;
    private Chromium browser;

    @BeforeAll
    void open(@TempDir Path data) {
        server = SampleServer.start(data);
        browser = new Chromium(server);
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    @Test
    void everyKeyArrivesWhereItWasTyped() {
        Visitor alice = browser.visitor("alice");
        ComposePage compose = alice.compose();
        slow(alice.page());
        compose.field("to").click();
        Keyboard keys = alice.page().keyboard();
        enter(keys, "bob@corp.example", "carol@corp.example", "nobody@corp.example");
        keys.type("dave@corp.example");
        keys.press("Tab");
        enter(keys, "sales@corp.example");
        keys.press("Tab");
        keys.press("Tab");
        keys.type("Typed in one go");

        for (String entered : new String[] {"bob@", "carol@", "nobody@", "dave@"}) {
            assertThat(compose.chip("to", entered + "corp.example")).hasClass(Pattern.compile("sp-chip-[A-Z_]+"));
        }
        assertThat(compose.chip("to", "nobody@corp.example")).hasClass(Pattern.compile("sp-chip-UNKNOWN"));
        assertThat(compose.chip("to", "bob@corp.example")).containsText("Bob");
        assertThat(compose.chip("cc", "sales@corp.example")).hasClass(Pattern.compile("sp-chip-"));
        assertThat(compose.chips("to")).hasCount(4);
        assertThat(compose.chips("cc")).hasCount(1);
        assertThat(compose.field("to")).hasValue("");
        assertThat(compose.field("cc")).hasValue("");
        assertThat(alice.page().locator("[id='draft:subject']")).hasValue("Typed in one go");
        assertThat(alice.complaints()).isEmpty();
    }

    @Test
    void whatIsBeingTypedStaysWhenTheServerAnswersAboutSomebodyBefore() {
        Visitor bob = browser.visitor("bob");
        ComposePage compose = bob.compose();
        slow(bob.page());
        compose.field("to").click();
        enter(bob.page().keyboard(), "alice@corp.example");
        compose.field("to").pressSequentially("ca");
        assertThat(compose.chip("to", "alice@corp.example")).hasClass(Pattern.compile("sp-chip-"));
        assertThat(compose.field("to")).hasValue("ca");
        assertThat(compose.field("to")).isFocused();
        assertThat(compose.suggestion("to", "carol@corp.example")).isVisible();
    }

    private static void enter(Keyboard keys, String... addresses) {
        for (String address : addresses) {
            keys.type(address);
            keys.press("Enter");
        }
    }

    private static void slow(Page page) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", SLOW);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", conditions);
    }
}
