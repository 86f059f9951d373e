package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.protocol.TokenCode;

/** Bad input in the browser: each a clear message, nothing lost, nothing done twice and nothing half-done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedServer.Giver.class)
class BadInputIT {
    private static final String PASSWORD = "nine herons in the reeds";
    private static final int MEGABYTE = 1024 * 1024;

    private final SharedServer shared;

    BadInputIT(SharedServer shared) {
        this.shared = shared;
    }

    @Test
    void anExpiredTokenSaysSinceWhenAndEnablesNothing() {
        String token = enable("carol");
        shared.postgres()
                .execute(
                        "update one_time_token set expires_at = now() - interval '1 hour' where " + ofMailbox("carol"));
        OptionsPage options = shared.browser().visitor("carol").options().setUp(token, PASSWORD);
        assertThat(options.tokenProblem()).containsText("The token ran out");
        assertThat(options.done()).hasCount(0);
        assertThat(certificates("carol")).isZero();
    }

    @Test
    void aTokenThatWasRedeemedInAnotherTabIsSpentAndGarbageIsNoSecurityFile() {
        String token = enable("dave");
        OptionsPage first = shared.browser().visitor("dave").options();
        OptionsPage second = shared.browser().visitor("dave").options();
        assertThat(first.keepNothing().setUp(token, PASSWORD).done()).containsText("This is the only copy");
        assertThat(second.setUp(token, PASSWORD).tokenProblem()).containsText("redeemed already");
        assertThat(certificates("dave")).isEqualTo(2);

        OptionsPage later = shared.browser().visitor("dave").options();
        byte[] garbage = "PK\3\4 this is no PKCS #12 file".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(later.bring("dave.epf", garbage, PASSWORD).bringProblems()).containsText("This is no security file");
        byte[] alices = read(shared.alicesFile());
        assertThat(later.bring("dave.epf", alices, PASSWORD).bringProblems()).containsText("password does not open");
        assertThat(later.bring("dave.epf", alices, Setting.ALICES).bringProblems())
                .containsText("alice@corp.example");
        assertThat(kept("dave")).isZero();
    }

    @Test
    void fiveWrongTriesEndATokenForWhoeverHasTheRightOne() {
        String token = enable("erin");
        OptionsPage options = shared.browser().visitor("erin").options();
        for (String left : new String[] {"4 tries", "3 tries", "2 tries", "one try"}) {
            options.setUp(TokenCode.generate(new SecureRandom()).text(), PASSWORD);
            assertThat(options.tokenProblem()).containsText("You have " + left + " left");
        }
        options.setUp(TokenCode.generate(new SecureRandom()).text(), PASSWORD);
        assertThat(options.tokenProblem()).containsText("tried wrongly too often");
        options.setUp(token, PASSWORD);
        assertThat(options.tokenProblem()).containsText("tried wrongly too often");
        assertThat(certificates("erin")).isZero();
    }

    @Test
    void twoClicksOnSendMakeOneJobAndOneMessage() {
        ComposePage compose = compose("Clicked twice", "once is enough").send();
        compose.page().locator("#secret input[type=password]").fill(Setting.ALICES);
        compose.page()
                .locator("[id='secret:sign']")
                .evaluate("button => { const again = button.onclick; button.click(); button.disabled = false;"
                        + " button.click(); if (again) { again.call(button, new Event('click')); } }");
        compose.sent().await("Clicked twice");
        shared.setting().bob().inbox().await("Clicked twice");
        assertThat(number("select count(*) from encryption_job where subject = 'Clicked twice'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from stored_message where subject = 'Clicked twice'"))
                .as("one in Sent, one in the Inbox")
                .isEqualTo(2);
    }

    @Test
    void aFileOver25MegabytesIsRefusedInThePageBeforeItIsSent(@TempDir Path folder) throws IOException {
        Path large = Files.write(folder.resolve("large.bin"), new byte[25 * MEGABYTE + 1]);
        ComposePage compose = compose("Too large", "with a file");
        int[] uploads = {0};
        compose.page().onRequest(request -> {
            if (request.headers().getOrDefault("content-type", "").startsWith("multipart/form-data; boundary")) {
                uploads[0]++;
            }
        });
        compose.attach(large);
        assertThat(compose.attachProblem()).containsText("large.bin");
        assertThat(compose.attachProblem()).containsText("25 MB");
        assertThat(compose.file("large.bin")).hasCount(0);
        assertThat(uploads[0]).isZero();
        assertThat(compose.page().locator("[id='draft:text']")).hasValue("with a file");
    }

    @Test
    void whoeverSendsMoreAllTheSameIsRefusedBeforeItIsRead() throws IOException {
        Visitor alice = shared.setting().alice();
        alice.inbox();
        RawRequest request =
                new RawRequest(shared.server(), alice.page().context().cookies());
        String answer = request.announce("/mailbox/compose.xhtml", 47L * MEGABYTE);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("Too much at once");
        assertThat(request.announce("/console/jobs.xhtml", 41L * MEGABYTE)).startsWith("HTTP/1.1 413");
        String problem = request.announceAs("admin", "/api/v1/mailboxes/bob@corp.example/token", 41L * MEGABYTE);
        assertThat(problem).startsWith("HTTP/1.1 413").contains("application/problem+json", "\"code\":\"http-413\"");
        assertThat(request.announce("/mailbox/compose.xhtml", 49L * MEGABYTE)).startsWith("HTTP/1.1 400");
    }

    @Test
    void aFileOf25MegabytesGoesThroughSealed(@TempDir Path folder) throws IOException {
        byte[] content = new byte[25 * MEGABYTE];
        new Random(25).nextBytes(content);
        Path file = Files.write(folder.resolve("just.bin"), content);
        ComposePage compose = compose("As large as can be", "with a file").attach(file);
        assertThat(compose.file("just.bin")).isVisible();
        compose.send().password(Setting.ALICES).sent();
        MessagePage message = shared.setting()
                .bob()
                .inbox()
                .await("As large as can be")
                .open("As large as can be")
                .unlock(Setting.BOBS);
        assertThat(message.banner()).containsText("Encrypted");
        assertThat(message.save("just.bin")).isEqualTo(content);
    }

    private ComposePage compose(String subject, String text) {
        return shared.setting().alice().compose().to("bob@corp.example").write(subject, text);
    }

    private String enable(String login) {
        MailboxesPage mailboxes = shared.browser().visitor("admin").mailboxes();
        String token = mailboxes.enable(login + "@corp.example");
        mailboxes.forget();
        return token;
    }

    private long certificates(String login) {
        return number("select count(*) from issued_certificate where " + ofMailbox(login));
    }

    private long kept(String login) {
        return number("select count(*) from roaming_file where " + ofMailbox(login));
    }

    private static String ofMailbox(String login) {
        return "mailbox = (select id from mailbox where address = '" + login + "@corp.example')";
    }

    private long number(String sql) {
        return shared.postgres().number(sql);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
