package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Another organisation's authority is trusted and no longer trusted, and one of its people becomes a contact. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrustIT {
    private static final String ALICES = "correct horse battery staple";
    private static final Partner PARTNER = new Partner();

    private static Postgres postgres;
    private static SampleServer server;
    private static Chromium browser;
    private static Visitor admin;
    private static Visitor alice;

    @BeforeAll
    static void start(@TempDir Path data) {
        postgres = Postgres.start();
        server = SampleServer.start(data, postgres.environment());
        browser = new Chromium(server);
        admin = browser.visitor("admin");
        alice = browser.visitor("alice");
        String token = admin.mailboxes().enable("alice@corp.example");
        assertThat(alice.options().setUp(token, ALICES).done()).isVisible();
        deliver(PARTNER.letter("Good morning"));
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
        postgres.close();
    }

    /** Mail from outside has no way in yet: it is put where it would arrive. */
    private static void deliver(byte[] letter) {
        try (Connection connection = postgres.connect()) {
            long content = insert(connection, "insert into mail_content (size_bytes) values (?)", letter.length);
            try (PreparedStatement chunk =
                    connection.prepareStatement("insert into mail_content_chunk values (?, 0, ?)")) {
                chunk.setLong(1, content);
                chunk.setBytes(2, letter);
                chunk.executeUpdate();
            }
            insert(
                    connection,
                    "insert into stored_message (version, owner, folder, content_id, sender_address, sender_name,"
                            + " recipient_line, subject, seal, size_bytes, arrived_at, seen) select 0, id, 'INBOX', ?,"
                            + " 'ann@partner.example', 'Ann Lee', 'alice@corp.example', 'Good morning', 'SIGNED', "
                            + letter.length + ", now(), false from mailbox where address = 'alice@corp.example'",
                    content);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long insert(Connection connection, String sql, long value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"})) {
            statement.setLong(1, value);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static String chain() {
        alice.inbox().open("Good morning").checks().first().waitFor();
        return String.join("\n", alice.page().locator(".sp-checks li").allInnerTexts());
    }

    @Test
    @Order(1)
    void aStrangersSignatureIsShownAsOne() {
        assertThat(chain()).contains("does not trust");
        alice.picture("stranger");
    }

    @Test
    @Order(2)
    void trustingNeedsTheFingerprintAndSomebodyElse() {
        TrustPage trust = admin.trust().look(PARTNER.certificate());
        trust.ask("0000 1111", "partner.example");
        assertThat(trust.notice()).containsText("not whole");
        admin.picture("trust-refused");
        TrustPage again = admin.trust().look(PARTNER.certificate()).ask(PARTNER.fingerprint(), "partner.example");
        assertThat(again.notice()).containsText("agree");
        assertThat(again.rows()).hasCount(0);
        Visitor officer = browser.visitor("officer1");
        ApprovalsPage waiting = officer.approvals().look();
        assertThat(waiting.detail()).containsText("partner.example");
        officer.picture("trust-approval");
        waiting.approve();
        assertThat(admin.trust().rows()).hasCount(1);
        admin.picture("trust");
    }

    @Test
    @Order(3)
    void theSignatureCountsOnceItsAuthoritysListIsThere() {
        TrustPage trust = admin.trust().open();
        assertThat(trust.details()).containsText("None");
        trust.bring(PARTNER.list());
        assertThat(trust.details()).containsText("less than an hour");
        admin.picture("trust-details");
        assertThat(chain()).doesNotContain("does not trust");
        assertThat(alice.page().locator(".sp-check-OK")).hasCount(7);
    }

    @Test
    @Order(4)
    void aCorrespondentIsAddedWithTheFingerprintAndSealedTo() {
        Page page = alice.page();
        alice.inbox().open("Good morning");
        page.locator("[id='act:addContact']").click();
        page.locator("[id='contact:fingerprint']").fill("1234");
        page.locator("[id='contact:add']").click();
        assertThat(page.locator("[id='contact'] .ui-message-error")).isVisible();
        alice.picture("contact");
        page.locator("[id='contact:fingerprint']").fill(PARTNER.annsFingerprint());
        page.locator("[id='contact:add']").click();
        assertThat(page.locator("[id='act:offer']")).containsText("among your contacts");
        alice.go("/mailbox/contacts.xhtml");
        assertThat(page.locator("[id='contacts:rows_data']")).containsText(Partner.ANN);
        alice.picture("contacts");
        alice.compose()
                .to(Partner.ANN)
                .write("To next door", "The plans are ready.")
                .send()
                .password(ALICES)
                .sent();
        alice.sent().await("To next door");
        assertThat(page.locator("main")).containsText(Partner.ANN + " could not be reached");
        alice.picture("contact-sent");
        assertThat(new FolderPage(page).protection("To next door")).isEqualTo("Signed and encrypted");
    }

    @Test
    @Order(5)
    void trustEndsAtOnce() {
        TrustPage trust = admin.trust().open().untrust("they were broken into");
        assertThat(trust.details()).containsText("Not trusted");
        admin.picture("trust-ended");
        assertThat(chain()).contains("does not trust");
        assertThat(admin.complaints()).isEmpty();
        assertThat(alice.complaints()).isEmpty();
    }
}
