package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What happens to keys after the first day: they are renewed by their owners, and old mail stays readable. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeOfKeysIT {
    private SampleServer server;
    private Chromium browser;
    private Setting setting;

    @BeforeAll
    void open(@TempDir Path data) {
        server = SampleServer.start(data);
        browser = new Chromium(server);
        setting = Setting.of(browser);
        setting.aliceSeals("Before", "sealed to the first key");
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    @Test
    @Order(1)
    void aWrongPasswordRenewsNothing() {
        OptionsPage options = setting.bob().options().renew("not his at all, this");
        assertThat(options.renewalProblem()).not().isEmpty();
        assertThat(options.notice()).not().containsText("renewed");
    }

    @Test
    @Order(2)
    void theOwnerRenewsWithHisPassword() {
        OptionsPage options = setting.bob().options().renew(Setting.BOBS);
        assertThat(options.notice()).containsText("Your keys are renewed");
        setting.bob().picture("renewal");
    }

    @Test
    @Order(3)
    void mailSealedBeforeAndAfterOpens() {
        setting.aliceSeals("After", "sealed to the second key");
        FolderPage inbox = setting.bob().inbox().await("After");
        assertThat(inbox.open("After").unlock(Setting.BOBS).text()).containsText("second key");
        MessagePage before = setting.bob().inbox().open("Before").unlock(Setting.BOBS);
        assertThat(before.text()).containsText("first key");
    }

    @Test
    @Order(4)
    void whatTheOwnerSignsNowIsTrusted() {
        setting.bob()
                .compose()
                .to("alice@corp.example")
                .write("By the new key", "signed anew")
                .send()
                .password(Setting.BOBS)
                .sent();
        MessagePage message = setting.alice()
                .inbox()
                .await("By the new key")
                .open("By the new key")
                .unlock(Setting.ALICES);
        assertThat(message.checks()).hasCount(7);
        assertThat(setting.alice().page().locator(".sp-check-OK")).hasCount(7);
        assertThat(setting.bob().complaints()).isEmpty();
    }

    @Test
    @Order(5)
    void mailToWhoeverReadsInThunderbirdIsSealedForThunderbird() {
        OptionsPage options = setting.bob().options().readsWith("Thunderbird");
        assertThat(options.notice()).containsText("your mail program can read it");
        setting.bob().picture("mail-program");
        setting.aliceSeals("For Thunderbird", "read elsewhere");
        MessagePage message = setting.bob()
                .inbox()
                .await("For Thunderbird")
                .open("For Thunderbird")
                .unlock(Setting.BOBS);
        assertThat(message.banner()).containsText("AES-256-CBC");
        assertThat(message.text()).containsText("read elsewhere");
    }
}
