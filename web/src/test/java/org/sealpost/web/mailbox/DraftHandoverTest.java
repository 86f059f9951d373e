package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sealpost.model.MailboxOptions;

class DraftHandoverTest {

    private final DraftHandover handover = new DraftHandover();

    @Test
    void aLetterIsTakenOnce() {
        DraftHandover.Started started = started();
        String key = handover.leave(started);
        assertThat(handover.take(key)).containsSame(started);
        assertThat(handover.take(key)).isEmpty();
    }

    @Test
    void nobodyGuessesAKey() {
        handover.leave(started());
        assertThat(handover.take("")).isEmpty();
        assertThat(handover.take("1")).isEmpty();
        assertThat(handover.leave(started())).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void lettersThatNobodyTakesDoNotPileUp() {
        List<String> keys = List.of(leave(), leave(), leave(), leave(), leave());
        assertThat(keys).filteredOn(key -> handover.take(key).isPresent()).hasSizeLessThanOrEqualTo(4);
    }

    private String leave() {
        return handover.leave(started());
    }

    private static DraftHandover.Started started() {
        return new DraftHandover.Started(
                "compose.title.reply",
                Letter.blank(new MailboxOptions(true, true)),
                List.of("bob@corp.example"),
                List.of());
    }
}
