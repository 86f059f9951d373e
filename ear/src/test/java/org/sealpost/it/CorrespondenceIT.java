package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do with sealed mail every day: answer everybody, pass it on, copy somebody unseen, change the password. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedServer.Giver.class)
class CorrespondenceIT {
    private static final byte[] MAP = "a map of the pond\r\n\0\1".getBytes(StandardCharsets.ISO_8859_1);
    private static final String GRACES = "ten swans beyond the weir";
    private static final String NEW = "eleven cranes above the fen";

    private final SharedServer shared;

    CorrespondenceIT(SharedServer shared) {
        this.shared = shared;
    }

    @Test
    void aSealedMessageIsPassedOnWithItsFileAndSealedAgain() {
        shared.setting()
                .alice()
                .compose()
                .to("bob@corp.example")
                .write("Where the geese are", "See the map.")
                .attach("map.bin", MAP)
                .send()
                .password(Setting.ALICES)
                .sent();
        ComposePage forward = shared.setting()
                .bob()
                .inbox()
                .await("Where the geese are")
                .open("Where the geese are")
                .unlock(Setting.BOBS)
                .forward();
        assertThat(forward.file("map.bin")).isVisible();
        assertThat(forward.chips("to")).hasCount(0);
        forward.to("alice@corp.example").send().password(Setting.BOBS).sent();
        MessagePage back = shared.setting()
                .alice()
                .inbox()
                .await("geese are")
                .open("geese are")
                .unlock(Setting.ALICES);
        assertThat(back.banner()).containsText("Encrypted");
        assertThat(back.text()).containsText("See the map.");
        assertThat(back.save("map.bin")).isEqualTo(MAP);
    }

    @Test
    void anAnswerToAllReachesEverybodyButTheOneWhoAnswers() {
        shared.setting()
                .alice()
                .compose()
                .to("bob@corp.example")
                .to("frank@corp.example")
                .write("Who comes along?", "On Sunday.")
                .plainly()
                .send()
                .sent();
        ComposePage answer = shared.setting()
                .bob()
                .inbox()
                .await("Who comes along?")
                .open("Who comes along?")
                .replyToAll();
        assertThat(answer.chip("to", "alice@corp.example")).isVisible();
        assertThat(answer.page().locator("[data-token-value='frank@corp.example']"))
                .isVisible();
        assertThat(answer.page().locator("[data-token-value='bob@corp.example']"))
                .hasCount(0);
    }

    @Test
    void whoIsCopiedUnseenIsSeenByTheSenderAlone() {
        ComposePage compose = shared.setting().alice().compose().to("frank@corp.example");
        compose.enter("bcc", "bob@corp.example")
                .write("Between us", "You did not see this.")
                .plainly()
                .send()
                .sent();
        MessagePage bobs = shared.setting().bob().inbox().await("Between us").open("Between us");
        assertThat(bobs.page().locator("main")).not().containsText("Bcc");
        Visitor frank = shared.browser().visitor("frank");
        assertThat(frank.inbox().await("Between us").open("Between us").page().locator("main"))
                .not()
                .containsText("bob@corp.example");
        assertThat(shared.setting().alice().sent().open("Between us").page().locator("main"))
                .containsText("bob@corp.example");
    }

    @Test
    void withANewPasswordTheOldOneOpensNothing() {
        MailboxesPage mailboxes = shared.browser().visitor("admin").mailboxes();
        String token = mailboxes.enable("grace@corp.example");
        Visitor grace = shared.browser().visitor("grace");
        assertThat(grace.options().setUp(token, GRACES).done()).isVisible();
        OptionsPage options = grace.options();
        options.changePassword("not hers at all, this", NEW);
        assertThat(options.changeProblems()).not().hasCount(0);
        options.changePassword(GRACES, NEW);
        assertThat(options.notice()).not().isEmpty();
        ComposePage compose = grace.compose()
                .to("bob@corp.example")
                .write("Under a new password", "as ever")
                .send()
                .password(GRACES);
        assertThat(compose.passwordProblem()).not().isEmpty();
        compose.password(NEW).sent();
        assertThat(shared.setting()
                        .bob()
                        .inbox()
                        .await("Under a new password")
                        .open("Under a new password")
                        .unlock(Setting.BOBS)
                        .text())
                .containsText("as ever");
        assertThat(grace.complaints()).isEmpty();
    }
}
