package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.it.Waiting.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;

/** Parts that are down while somebody needs them: what was written stays, and goes out when they are back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedServer.Giver.class)
class PartsDownIT {
    private static final String NOT_TAKEN = "the database or the queue does not answer. Nothing was sent.";

    private final SharedServer shared;

    PartsDownIT(SharedServer shared) {
        this.shared = shared;
    }

    @Test
    void aDatabaseThatIsGoneDuringASendLeavesTheTextAndReadinessSaysSo() {
        Visitor alice = shared.setting().alice();
        ComposePage compose = alice.compose().to("bob@corp.example").write("While it was gone", "kept all the same");
        shared.postgres().vanish();
        try {
            compose.send();
            assertThat(refusal(alice)).containsText(NOT_TAKEN);
            assertThat(alice.page().locator("[id='draft:text']")).hasValue("kept all the same");
            await(() -> !Health.of(shared.server()).up("database"));
            Health health = Health.of(shared.server());
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.reason("database")).contains("does not answer");
            assertThat(health.up("directory")).isTrue();
            assertThat(health.up("queue")).isTrue();
        } finally {
            shared.postgres().comeBack();
        }
        await(() -> Health.of(shared.server()).status() == 200);
        compose.send().password(Setting.ALICES).sent();
        shared.setting().bob().inbox().await("While it was gone");
        assertThat(jobs("While it was gone")).isEqualTo(1);
    }

    @Test
    void aQueueThatTakesNothingDuringASendLeavesTheTextAndLosesNothing() throws IOException {
        Visitor alice = shared.setting().alice();
        ComposePage compose;
        try (Broker broker = new Broker(shared.server())) {
            broker.jam();
            try {
                shared.setting().aliceSeals("Lies in the queue", "until it moves again");
                compose = alice.compose().to("bob@corp.example").write("Not taken in", "stays in the form");
                compose.send().password(Setting.ALICES);
                assertThat(refusal(alice)).containsText(NOT_TAKEN);
                assertThat(alice.page().locator("[id='draft:text']")).hasValue("stays in the form");
                assertThat(jobs("Not taken in")).as("nothing half-done").isZero();
                assertThat(jobs("Lies in the queue")).isEqualTo(1);
            } finally {
                broker.free();
            }
        }
        compose.password(Setting.ALICES).sent();
        shared.setting().bob().inbox().await("Not taken in").await("Lies in the queue");
        assertThat(jobs("Not taken in")).isEqualTo(1);
    }

    @Test
    void aSecurityFileThatCannotBeKeptReachesItsOwner(@TempDir Path folder) throws IOException {
        MailboxesPage mailboxes = shared.browser().visitor("admin").mailboxes();
        String token = mailboxes.enable("frank@corp.example");
        OptionsPage options = shared.browser().visitor("frank").options();
        shared.postgres().execute("alter table roaming_file add constraint full_disk check (false) not valid");
        try {
            options.setUp(token, Setting.BOBS);
            assertThat(options.done()).containsText("The server could not keep a copy.");
            assertThat(options.done()).containsText("This is the only copy");
        } finally {
            shared.postgres().execute("alter table roaming_file drop constraint full_disk");
        }
        Path epf = folder.resolve("frank.epf");
        options.download(epf);
        try (Passphrase password = Passphrase.copyOf(Setting.BOBS);
                SecurityFile file = new SecurityFileStore(Providers.best(), new SecureRandom())
                        .open(Files.readAllBytes(epf), password)) {
            assertThat(file.mailbox()).isEqualTo("frank@corp.example");
        }
        OptionsPage later = shared.browser().visitor("frank").options();
        later.bring("frank.epf", Files.readAllBytes(epf), Setting.BOBS);
        assertThat(later.notice()).containsText("kept on the server now");
    }

    private long jobs(String subject) {
        return shared.postgres().number("select count(*) from encryption_job where subject = '" + subject + "'");
    }

    private static Locator refusal(Visitor visitor) {
        return visitor.page().locator("#refusals_container .ui-growl-item").last();
    }
}
