package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many mailboxes enabled at once, and revoked at once: tried first, carried out by itself. Tokens are taken once, or sent
 * by mail, which the operator of this server allows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BulkIT {
    private static final String LETTER = "Your token for Advanced Security";
    private static final Pattern TOKEN = Pattern.compile("(?m)^[0-9A-Z*~$=]{5}(-[0-9A-Z*~$=]+){5}$");
    private static final String CAROLS = "nine herons under the bridge";

    private SampleServer server;
    private Chromium browser;

    @BeforeAll
    void open(@TempDir Path data) {
        server = SampleServer.start(data, Map.of("SEALPOST_TOKENS_BY_MAIL", "true"));
        browser = new Chromium(server);
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    @Test
    @Order(1)
    void aFileIsTriedThenCarriedOutAndItsTokensAreTakenOnce() throws IOException {
        Visitor admin = browser.visitor("admin");
        BulkPage bulk = admin.bulk()
                .tryFile("name,mail\nBob,bob@corp.example\nNobody,nobody@corp.example\nErin,erin@corp.example\n");
        assertThat(bulk.item("bob@corp.example")).containsText("To do");
        assertThat(bulk.item("nobody@corp.example")).containsText("Not in the directory");
        admin.picture("bulk-planned");
        bulk.carryOut();
        assertThat(bulk.item("erin@corp.example")).containsText("Done");
        admin.picture("bulk-finished");
        assertThat(new String(bulk.take("pdf"), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        String table = new String(bulk.take("csv"), StandardCharsets.UTF_8);
        assertThat(table.lines()).hasSize(3).anyMatch(line -> line.startsWith("erin@corp.example,"));
        bulk.confirm();
        assertThat(bulk.tokens()).hasCount(0);
        assertThat(admin.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void tokensGoByMailToWhomTheyAreForAndOnce() {
        Visitor admin = browser.visitor("admin");
        BulkPage bulk = admin.bulk().tryFile("mail\ncarol@corp.example\ndave@corp.example\n");
        bulk.carryOut();
        bulk.mail();
        assertThat(bulk.notice("Sent: 2.")).isVisible();
        admin.picture("bulk-mailed");
        bulk.mail();
        assertThat(bulk.notice("Sent before and left alone: 2.")).isVisible();
        Visitor carol = browser.visitor("carol");
        FolderPage inbox = carol.inbox().await(LETTER);
        assertThat(inbox.lines(LETTER)).hasCount(1);
        Matcher token = TOKEN.matcher(inbox.open(LETTER).text().innerText());
        assertThat(token.find()).isTrue();
        carol.picture("bulk-letter");
        assertThat(carol.options().setUp(token.group(), CAROLS).done()).isVisible();
        String copy = admin.sent().open(LETTER).text().innerText();
        assertThat(copy).contains("%TOKEN%").doesNotContainPattern(TOKEN);
        assertThat(admin.complaints()).isEmpty();
        assertThat(carol.complaints()).isEmpty();
    }

    @Test
    @Order(3)
    void manyAreRevokedForOneCauseAfterAQuestion() {
        Visitor admin = browser.visitor("admin");
        BulkPage bulk = admin.bulk()
                .revoking("Person has left", "the branch is closed")
                .tryFile("mail\ncarol@corp.example\nfrank@corp.example\n");
        assertThat(bulk.item("carol@corp.example")).containsText("To do");
        assertThat(bulk.item("frank@corp.example")).containsText("Its state does not fit");
        admin.picture("bulk-revoke-planned");
        bulk.start();
        assertThat(bulk.question()).containsText("The certificates of one mailbox end");
        admin.picture("bulk-revoke-sure");
        bulk.sure("Revoke them");
        assertThat(bulk.item("carol@corp.example")).containsText("Done");
        admin.picture("bulk-revoked");
        assertThat(admin.mailboxes().find("carol@corp.example")).containsText("revoked");
        assertThat(admin.mailboxes().find("dave@corp.example")).containsText("token out");
        assertThat(admin.complaints()).isEmpty();
    }

    @Test
    @Order(4)
    void thePageIsForAdministratorsOfMailboxesOnly() {
        assertThat(browser.visitor("carol").status("/console/bulk.xhtml")).isEqualTo(403);
    }
}
