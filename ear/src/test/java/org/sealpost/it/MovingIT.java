package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Alice goes from one organisation to another with her keys: two servers, each with an authority, an escrow and officers
 * of its own, and the same directory. Everything that passes between them is a file or is read out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MovingIT {
    private static final String ALICES = "seven geese at the pond";
    private static final String ALICE = "alice@corp.example";

    private Organisation here;
    private Organisation there;
    private byte[] certificate = {};
    private String fingerprint = "";
    private byte[] file = {};
    private byte[] receipt = {};

    @BeforeAll
    void open(@TempDir Path data) {
        here = new Organisation(data.resolve("here"));
        there = new Organisation(data.resolve("there"));
        here.enrol("alice", ALICES);
    }

    @AfterAll
    void close() {
        here.close();
        there.close();
    }

    @Test
    @Order(1)
    void theOtherOrganisationHandsOutItsCertificate() {
        MovingPage page = MovingPage.of(there.admin());
        assertThat(there.admin().page().locator("main")).containsText("No imports");
        there.admin().picture("moving-empty");
        fingerprint = page.offer();
        certificate = page.certificate();
        there.admin().picture("moving-offer");
        assertThat(new String(certificate, StandardCharsets.US_ASCII)).startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    @Order(2)
    void anExportIsAskedForWithTheFingerprintTypedWhole() {
        MovingPage refused = MovingPage.of(here.admin()).ask(ALICE, certificate, fingerprint.substring(0, 19));
        assertThat(refused.notice()).containsText("not whole");
        here.admin().picture("moving-export-refused");
        assertThat(refused.exports()).hasCount(0);
        MovingPage asked = MovingPage.of(here.admin()).ask(ALICE, certificate, fingerprint);
        assertThat(asked.notice()).containsText("2 officers have to agree first");
        assertThat(asked.exports().first()).containsText("waits for agreement");
        here.admin().picture("moving-export-asked");
        MovingPage open = asked.openExport();
        assertThat(open.export()).containsText(ALICE);
        assertThat(open.export()).containsText("Asked for by");
        here.admin().picture("moving-export-waits");
        assertThat(open.withdraw().export()).containsText("withdrawn");
        here.admin().picture("moving-export-withdrawn");
        assertThat(open.exports().first()).containsText("withdrawn");
        assertThat(RecoveryPage.of(here.officer()).newest()).containsText("failed");
    }

    @Test
    @Order(3)
    void theOfficersAgreeAndTheFileIsTaken() {
        MovingPage.of(here.admin()).ask("  " + ALICE + ",\n", certificate, fingerprint);
        RecoveryPage.of(here.officer()).look();
        assertThat(here.officer().page().locator("#deciding")).containsText(ALICE);
        here.officer().picture("moving-export-request");
        here.agree();
        MovingPage sealed = MovingPage.of(here.admin());
        assertThat(sealed.exports().first()).containsText("sealed, on its way");
        file = sealed.openExport().take();
        here.admin().picture("moving-export-sealed");
        assertThat(sealed.export()).containsText("leaving");
        assertThat(here.admin().mailboxes().find(ALICE)).containsText("enabled");
    }

    @Test
    @Order(4)
    void aFileThatIsRefusedOpensNoDialog() {
        MovingPage page = MovingPage.of(there.admin()).look(file, fingerprint);
        assertThat(page.notice()).containsText("not the fingerprint");
        there.admin().picture("moving-look-refused");
        assertThat(page.imported()).not().isVisible();
        assertThat(page.imports()).hasCount(0);
        MovingPage none = MovingPage.of(there.admin()).look("no file".getBytes(StandardCharsets.US_ASCII), fingerprint);
        none.notice().waitFor();
        assertThat(none.imported()).not().isVisible();
    }

    @Test
    @Order(5)
    void theOtherOrganisationLooksAtTheFileAndGivesItUpOrTakesItIn() {
        MovingPage dropped = MovingPage.of(there.admin()).look(file, here.authority());
        assertThat(dropped.imported()).containsText("can be taken in");
        assertThat(dropped.imported().locator("[id='taking:sign']")).hasCount(0);
        there.admin().picture("moving-looked");
        assertThat(dropped.drop().imported()).containsText("given up");
        MovingPage page = MovingPage.of(there.admin()).look(file, here.authority());
        page.takeIn("");
        assertThat(page.imported().locator(".ui-message-error")).isVisible();
        there.admin().picture("moving-no-reason");
        page.takeIn("joins us").stepUp().answer();
        assertThat(page.notice()).containsText("2 officers have to agree first");
        there.agree();
        MovingPage taken = MovingPage.of(there.admin()).openImport();
        assertThat(taken.imported()).containsText(ALICE);
        assertThat(taken.imports().first()).containsText("taken in");
        receipt = taken.receipt();
        there.admin().picture("moving-taken-in");
        assertThat(there.admin().mailboxes().find(ALICE)).containsText("expired");
    }

    @Test
    @Order(6)
    void theReceiptEndsTheCertificatesHereAfterAQuestion() {
        MovingPage page = MovingPage.of(here.admin()).bring(receipt);
        here.admin().picture("moving-receipt");
        page.confirmed();
        assertThat(page.notice()).containsText("Moved: 1");
        assertThat(page.exports().first()).containsText("arrived");
        page.openExport();
        assertThat(page.export()).containsText("moved");
        here.admin().picture("moving-moved");
        assertThat(here.admin().mailboxes().find(ALICE)).containsText("revoked");
    }

    @Test
    @Order(7)
    void noKeyLiesInClearAtEitherEndAndNoPageComplained() {
        for (Organisation one : List.of(here, there)) {
            assertThat(Traces.of(ALICES).in(one.server().data())).isEmpty();
            assertThat(one.admin().complaints()).isEmpty();
            assertThat(one.officer().complaints()).isEmpty();
        }
    }
}
