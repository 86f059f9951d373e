package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A lost security file in the browser: two of three officers give alice her keys back, and she reads her old mail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecoveryIT {
    private static final String ALICES = "seven geese at the pond";
    private static final String NEW = "nine geese on the meadow";
    private static final String TEXT = "the kingfisher nests under the third bridge";

    private final List<Visitor> officers = new ArrayList<>();
    private SampleServer server;
    private Chromium browser;
    private Visitor admin;
    private Visitor alice;
    private String token = "";

    @BeforeAll
    void open(@TempDir Path data) {
        server = SampleServer.start(data);
        browser = new Chromium(server);
        admin = browser.visitor("admin");
        alice = browser.visitor("alice");
        enrol(alice, "alice@corp.example", ALICES);
        for (int i = 1; i <= 3; i++) {
            Visitor officer = browser.visitor("officer" + i);
            officers.add(officer);
            enrol(officer, "officer" + i + "@corp.example", password(i));
        }
        alice.compose()
                .to("alice@corp.example")
                .write("A note to myself", TEXT)
                .send()
                .password(ALICES)
                .sent();
        assertThat(alice.inbox().await("A note to myself").protection("A note to myself"))
                .isEqualTo("Signed and encrypted");
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    @Test
    @Order(1)
    void beforeOfficersAreNamedThePagesSayInRedThatOneAloneCouldOpenKeys() {
        admin.go("/console/service.xhtml");
        assertThat(admin.page().locator("[aria-labelledby=escrow] .sp-note-error"))
                .containsText("One administrator alone");
        RecoveryPage page = RecoveryPage.of(admin);
        assertThat(page.alone()).containsText("One administrator alone");
        admin.picture("recovery-alone");
        page.name(2, "officer1@corp.example", "officer2@corp.example", "officer3@corp.example");
        assertThat(page.officers()).isVisible();
        assertThat(page.alone()).hasCount(0);
        admin.picture("recovery-officers");
    }

    @Test
    @Order(2)
    void theAdministratorAsksAndGetsATokenThatDoesNotCountYet() {
        MailboxesPage mailboxes = admin.mailboxes();
        mailboxes.find("alice@corp.example").locator("button").last().click();
        admin.page().locator("[id='deciding:recover']").click();
        admin.page().locator("[id='wanted:why']").fill("lost the laptop");
        admin.picture("recovery-ask");
        admin.page().locator("[id='wanted:recover']").click();
        admin.stepUp().answer(admin.page().locator("#recovery-code"));
        token = admin.page().locator("#recovery-code").innerText();
        admin.picture("recovery-code");
        assertThat(token).matches("[0-9A-Z*~$=]{5}(-[0-9A-Z*~$=]+){5}");
        assertThat(mailboxes.row("alice@corp.example")).containsText("enabled");
    }

    @Test
    @Order(3)
    void twoOfficersAgreeEachWithTheOwnPassword() {
        RecoveryPage first = RecoveryPage.of(officers.get(0)).look();
        officers.get(0).picture("recovery-request");
        first.approve(password(1));
        assertThat(first.newest()).containsText("1 of 2");
        RecoveryPage second = RecoveryPage.of(officers.get(2)).look().approve("not the right one at all");
        assertThat(second.newest()).containsText("1 of 2");
        RecoveryPage third = RecoveryPage.of(officers.get(2)).look().approve(password(3));
        assertThat(third.newest()).containsText("2 of 2");
        assertThat(RecoveryPage.of(admin).newest()).containsText("done");
    }

    @Test
    @Order(4)
    void aliceEnrolsAgainReadsHerOldMailAndIsToldWhoAgreed() {
        OptionsPage options = alice.options().setUp(token, NEW);
        assertThat(options.done()).isVisible();
        MessagePage message = alice.inbox().open("A note to myself").unlock(NEW);
        assertThat(message.text()).containsText(TEXT);
        alice.inbox().await("Your encryption keys were recovered");
    }

    @Test
    @Order(5)
    void nothingOfItLiesAtRestAndNoPageComplained() {
        for (String secret : List.of(token, token.replace("-", ""), NEW, TEXT, password(1), password(3))) {
            assertThat(Traces.of(secret).in(server.data())).isEmpty();
        }
        assertThat(admin.complaints()).isEmpty();
        assertThat(officers)
                .allSatisfy(officer -> assertThat(officer.complaints()).isEmpty());
    }

    private void enrol(Visitor visitor, String address, String password) {
        MailboxesPage mailboxes = admin.mailboxes();
        String handed = mailboxes.enable(address);
        mailboxes.forget();
        assertThat(visitor.options().setUp(handed, password).done()).isVisible();
    }

    private static String password(int officer) {
        return "officer number " + officer + " and a long word";
    }
}
