package org.sealpost.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.jobs.Corp.to;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.model.Folder;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.StoredMessage;
import org.sealpost.smime.HeaderProtection;

/** The header of sealed mail comes inside the seal, and with hidden subjects no copy tells its subject outside. */
class HiddenSubjectTest {
    private final Post post = new Post();

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void whereSubjectsAreShownTheyStandOutsideAndInside() {
        assertSealed(false);
    }

    @Test
    void whereTheyAreHiddenNoCopyTellsThemBeforeItIsOpened() {
        assertSealed(true);
    }

    private void assertSealed(boolean hides) {
        post.hidesSubjects = hides;
        post.enable("alice");
        IssuedCertificate bob = post.enable("bob");
        post.attempt(post.send("draft", true, to("bob")));
        post.run(here -> {
            StoredMessage arrived = here.folder("bob", Folder.INBOX).get(0);
            String stored = new String(here.octets(arrived.content()), StandardCharsets.US_ASCII);
            assertThat(stored.contains("Subject: Plans")).isEqualTo(!hides);
            assertThat(stored.contains("Subject: " + HeaderProtection.HIDDEN_SUBJECT))
                    .isEqualTo(hides);
            assertThat(here.open(arrived, bob))
                    .contains("Subject: Plans", "The plans")
                    .doesNotContain("[...]");
        });
    }
}
