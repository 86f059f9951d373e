package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole story in the browser, chapter by chapter, on one server: from the token to old mail in a new format. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryIT {
    private static final String ALICES = "seven geese at the pond";
    private static final String BOBS = "two blue boats on a lake";
    private static final byte[] PLANS = "the plans, in detail\r\n\0\1\2".getBytes(StandardCharsets.ISO_8859_1);

    private Cast cast;
    private String alicesToken = "";
    private String bobsToken = "";

    @BeforeAll
    void open(@TempDir Path data) {
        cast = Cast.gather(data);
    }

    @AfterAll
    void close() {
        cast.close();
    }

    @Test
    @Order(1)
    void theAdministratorEnablesTwoMailboxesAndSeesEachTokenOnce() {
        MailboxesPage mailboxes = cast.admin().mailboxes();
        alicesToken = mailboxes.enable("alice@corp.example");
        cast.admin().picture("token");
        mailboxes.forget();
        assertThat(cast.admin().page().content()).doesNotContain(alicesToken);
        bobsToken = mailboxes.enable("bob@corp.example");
        mailboxes.forget();
        assertThat(cast.admin().mailboxes().row("alice@corp.example")).containsText("token out");
        cast.admin().picture("mailboxes");
        assertThat(alicesToken).isNotEqualTo(bobsToken).matches("[0-9A-Z*~$=]{5}(-[0-9A-Z*~$=]+){5}");
    }

    @Test
    @Order(2)
    void aTypingSlipInTheTokenIsToldAtOnce() {
        OptionsPage options = cast.alice().options();
        options.type(Tokens.slip(alicesToken));
        assertThat(options.feedback()).containsText("Mistyped");
        options.setUp(Tokens.slip(alicesToken), ALICES);
        assertThat(options.tokenProblem()).not().isEmpty();
        assertThat(options.done()).hasCount(0);
    }

    @Test
    @Order(3)
    void theOwnersSetUpAdvancedSecurity(@TempDir Path folder) throws Exception {
        OptionsPage options = cast.alice().options();
        options.type(alicesToken);
        cast.alice().picture("setup");
        options.setUp(alicesToken, ALICES);
        assertThat(options.done()).isVisible();
        options.download(folder.resolve("alice.epf"));
        assertThat(Files.size(folder.resolve("alice.epf"))).isGreaterThan(1_000);
        OptionsPage bobs = cast.bob().options().setUp(bobsToken, BOBS);
        assertThat(bobs.done()).isVisible();
        assertThat(cast.admin().mailboxes().row("bob@corp.example")).containsText("enabled");
    }

    @Test
    @Order(4)
    void aSealedMessageIsSentAfterAWrongAndTheRightPassword() {
        ComposePage compose =
                cast.alice().compose().to("bob@corp.example").write("Plans for May", "They are attached, dear Bob.");
        compose.attach("plans.bin", PLANS);
        assertThat(compose.file("plans.bin")).isVisible();
        cast.alice().picture("compose");
        compose.send();
        assertThat(compose.question("askPassword")).isVisible();
        cast.alice().picture("password");
        compose.password("not hers at all, this");
        assertThat(compose.passwordProblem()).not().isEmpty();
        compose.password(ALICES).sent().await("Plans for May");
        assertThat(new FolderPage(cast.alice().page()).protection("Plans for May"))
                .isEqualTo("Signed and encrypted");
    }

    @Test
    @Order(5)
    void cancellingThePasswordLeavesTheMessageClosed() {
        MessagePage message = cast.bob().inbox().await("Plans for May").open("Plans for May");
        assertThat(message.locked()).isVisible();
        assertThat(cast.bob().page().content()).doesNotContain("dear Bob");
        FolderPage inbox = message.cancel();
        assertThat(inbox.lines("Plans for May").first()).containsText("Unread");
        MessagePage again = inbox.open("Plans for May").unlock("not his at all, this");
        assertThat(again.passwordProblem()).not().isEmpty();
        assertThat(again.locked()).isVisible();
    }

    @Test
    @Order(6)
    void theRecipientOpensItSeesTheChecksAndSavesTheAttachment() {
        MessagePage message = cast.bob().inbox().open("Plans for May").unlock(BOBS);
        assertThat(message.text()).containsText("They are attached, dear Bob.");
        assertThat(message.banner()).containsText("Encrypted (AES-256-GCM)");
        assertThat(message.banner()).containsText("Signed by");
        assertThat(message.checks()).hasCount(7);
        assertThat(cast.bob().page().locator(".sp-check-OK")).hasCount(7);
        cast.bob().picture("message");
        assertThat(message.save("plans.bin")).isEqualTo(PLANS);
    }

    @Test
    @Order(7)
    void aReplyGoesBackSealed() {
        ComposePage reply =
                cast.bob().inbox().open("Plans for May").unlock(BOBS).reply();
        assertThat(reply.chip("to", "alice@corp.example")).isVisible();
        assertThat(cast.bob().page().locator("[id='draft:text']")).hasValue(Pattern.compile("dear Bob"));
        reply.send().password(BOBS).sent();
        MessagePage message = cast.alice()
                .inbox()
                .await("Plans for May")
                .open("Plans for May")
                .unlock(ALICES);
        assertThat(message.text()).containsText("dear Bob");
    }

    @Test
    @Order(8)
    void toSomebodyNotEnabledItGoesUnencryptedOrNotAtAll() {
        ComposePage compose = cast.alice()
                .compose()
                .to("carol@corp.example")
                .write("To Carol alone", "hello")
                .send();
        assertThat(compose.question("askPlain")).isVisible();
        compose.answer("askPlain", "Cancel");
        assertThat(compose.question("askPlain")).isHidden();
        assertThat(cast.alice().sent().lines("To Carol alone")).hasCount(0);
        compose = cast.alice()
                .compose()
                .to("carol@corp.example")
                .write("To Carol alone", "hello")
                .send();
        compose.answer("askPlain", "Send Unencrypted").password(ALICES).sent();
        assertThat(cast.carol().inbox().await("To Carol alone").protection("To Carol alone"))
                .isEqualTo("Signed");
    }

    @Test
    @Order(9)
    void whoIsNotEnabledIsRemovedOrEverybodyGetsItUnencrypted() {
        ComposePage cancelled = cast.aliceToBobAndCarol("Cancelled");
        cast.alice().picture("choice");
        cancelled.answer("askSome", "Cancel");
        assertThat(cancelled.question("askSome")).isHidden();
        cast.aliceToBobAndCarol("Bob only")
                .answer("askSome", "Remove them")
                .password(ALICES)
                .sent();
        cast.aliceToBobAndCarol("Everybody, plain")
                .answer("askSome", "Send Unencrypted to All")
                .password(ALICES)
                .sent();
        FolderPage carols = cast.carol().inbox().await("Everybody, plain");
        assertThat(carols.lines("Bob only")).hasCount(0);
        FolderPage bobs = cast.bob().inbox().await("Bob only").await("Everybody, plain");
        assertThat(bobs.protection("Bob only")).isEqualTo("Signed and encrypted");
        assertThat(bobs.protection("Everybody, plain")).isEqualTo("Signed");
        assertThat(bobs.lines("Cancelled")).hasCount(0);
    }

    @Test
    @Order(10)
    void aSenderWhoIsNotEnabledWritesPlainMailWithoutAnyQuestion() {
        cast.carol()
                .compose()
                .to("bob@corp.example")
                .write("From Carol", "plain as ever")
                .send()
                .sent();
        MessagePage message = cast.bob().inbox().await("From Carol").open("From Carol");
        assertThat(message.text()).containsText("plain as ever");
        assertThat(message.banner()).containsText("Not encrypted");
    }

    @Test
    @Order(11)
    void aChangeOfFormatsCountsFromTheNextMessageOnAndOldMailStaysReadable() {
        FormatsPage formats = cast.admin().formats().choose(1, "As it was in 1996");
        cast.admin().picture("formats");
        formats.confirm();
        assertThat(formats.inForce()).containsText("CAST-64");
        cast.alice()
                .compose()
                .to("bob@corp.example")
                .write("Old style", "in CAST")
                .send()
                .password(ALICES)
                .sent();
        MessagePage message =
                cast.bob().inbox().await("Old style").open("Old style").unlock(BOBS);
        assertThat(message.banner()).containsText("Weakly encrypted (CAST-64)");
        assertThat(message.text()).containsText("in CAST");
        MessagePage old = cast.bob().inbox().open("Plans for May").unlock(BOBS);
        assertThat(old.text()).containsText("dear Bob");
    }

    @Test
    @Order(12)
    void theConsoleTellsWhatHasHappened() {
        JobsPage jobs = cast.admin().jobs();
        assertThat(jobs.rows("Old style")).containsText("Delivered");
        cast.admin().picture("jobs");
        cast.admin().go("/console/audit.xhtml");
        cast.admin().page().locator("[id='checking:verify']").click();
        assertThat(cast.admin().page().locator("#proof")).containsText("The chain is unbroken");
        Locator entries = cast.admin().page().locator("[id='audit:entries_data']");
        assertThat(entries).containsText("Formats changed");
        assertThat(entries).containsText("Message handed over");
        cast.admin().picture("audit");
        cast.admin().go("/console/service.xhtml");
        assertThat(cast.admin().page().locator("#content")).containsText("running");
        cast.admin().picture("service");
    }

    @Test
    @Order(13)
    void noScriptHasFailedAndTheServerStopsCleanly() {
        assertThat(cast.complaints()).isEmpty();
        assertThat(cast.server().stop()).isZero();
    }
}
