package org.sealpost.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sealpost.jobs.Corp.to;

import jakarta.persistence.PersistenceException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.model.MailboxId;

class JobSubmissionTest {
    private final Post post = new Post();
    private final JobSubmission submission = new JobSubmission();

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void aSendIsQueuedAndAudited() {
        submission.entry = new Entry(0);
        long job = submission.submit(post.submission("draft", true, to("bob")));

        assertThat(post.queue).containsExactly(job);
        assertThat(post.audited).containsExactly("SEND job " + job + " encrypted");
        assertThat(post.job(job).spoolSealed()).isTrue();
    }

    @Test
    void twoClicksMakeOneJob() {
        submission.entry = new Entry(0);
        long job = submission.submit(post.submission("draft", true, to("bob")));

        assertThat(submission.submit(post.submission("draft", true, to("bob")))).isEqualTo(job);
        assertThat(post.queue).containsExactly(job);
    }

    @Test
    void ofTwoClicksAtTheSameMomentTheSecondGetsTheFirstOnesJob() {
        submission.entry = new Entry(0);
        long job = submission.submit(post.submission("draft", true, to("bob")));
        submission.entry = new Entry(1);

        assertThat(submission.submit(post.submission("draft", true, to("bob")))).isEqualTo(job);
        assertThat(post.queue).containsExactly(job);
    }

    @Test
    void anotherFailureOfTheDatabaseFlies() {
        submission.entry = new JobEntry() {
            @Override
            long enter(Submission given) {
                throw new PersistenceException();
            }

            @Override
            Optional<Long> earlier(MailboxId sender, String draftKey) {
                return Optional.empty();
            }
        };

        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> submission.submit(post.submission("draft", true, to("bob"))));
    }

    /** Each call in a transaction of its own, blind for earlier jobs the first times: another click commits later. */
    private final class Entry extends JobEntry {
        private int blind;

        Entry(int blind) {
            this.blind = blind;
        }

        @Override
        Optional<Long> earlier(MailboxId sender, String draftKey) {
            return blind-- > 0 ? Optional.empty() : post.call(here -> here.entry.earlier(sender, draftKey));
        }

        @Override
        long enter(Submission given) {
            return post.call(here -> {
                jobs = here.jobs;
                spool = here.spool;
                queue = here.entry.queue;
                audit = here.entry.audit;
                return super.enter(given);
            });
        }
    }
}
