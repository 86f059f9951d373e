package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mail that lies in a mailbox and cannot be shown: said in words, without a question for a password that would not help. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedServer.Giver.class)
class DamagedMailIT {
    private final SharedServer shared;

    DamagedMailIT(SharedServer shared) {
        this.shared = shared;
    }

    @Test
    void aSealThatWasDamagedSaysSoAfterThePassword() {
        compose("Damaged", "soon unreadable").send().password(Setting.ALICES).sent();
        FolderPage inbox = shared.setting().bob().inbox().await("Damaged");
        rewrite("Damaged", "overlay(bytes placing 'AAAAAAAAAAAAAAAA'::bytea from length(bytes) / 2)");
        assertThat(inbox.open("Damaged").unlock(Setting.BOBS).passwordProblem())
                .containsText(Pattern.compile("cannot be decrypted|is damaged"));
    }

    @Test
    void mailBeyondALimitSaysSoAsksForNoPasswordAndCanBeDeleted() {
        compose("Nested", "soon deeper").plainly().send().sent();
        FolderPage inbox = shared.setting().bob().inbox().await("Nested");
        rewrite("Nested", "decode('" + HexFormat.of().formatHex(nested()) + "', 'hex')");
        MessagePage message = inbox.open("Nested");
        assertThat(message.page().locator("#page")).containsText("goes over a limit");
        assertThat(message.locked()).hasCount(0);
        message.page().locator("[id='unreadable:delete']").click();
        message.page().locator(".ui-confirmdialog-yes:visible").click();
        message.page().waitForURL("**/mailbox/inbox.xhtml");
        assertThat(inbox.lines("Nested")).hasCount(0);
    }

    private void rewrite(String subject, String bytes) {
        shared.postgres()
                .execute("update mail_content_chunk set bytes = " + bytes
                        + " where content_id in (select content_id from stored_message where subject = '" + subject
                        + "')");
    }

    /** A message with a thousand multiparts, each within the one before. */
    private static byte[] nested() {
        StringBuilder message = new StringBuilder("From: alice@corp.example\r\nSubject: Nested\r\n");
        for (int depth = 0; depth < 1000; depth++) {
            message.append("Content-Type: multipart/mixed; boundary=b%1$d\r\n\r\n--b%1$d\r\n".formatted(depth));
        }
        return message.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private ComposePage compose(String subject, String text) {
        return shared.setting().alice().compose().to("bob@corp.example").write(subject, text);
    }
}
