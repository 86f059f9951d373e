package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Many mailboxes enabled at once: tried first, carried out by itself, tokens taken once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkIT {
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
    void thePageIsForAdministratorsOfMailboxesOnly() {
        assertThat(browser.visitor("carol").status("/console/bulk.xhtml")).isEqualTo(403);
    }
}
