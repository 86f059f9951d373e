package org.sealpost.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.jobs.Corp.bcc;
import static org.sealpost.jobs.Corp.cc;
import static org.sealpost.jobs.Corp.to;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.lock.KeyRings;
import org.sealpost.model.Folder;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.JobAttempt;
import org.sealpost.model.JobReason;
import org.sealpost.model.JobState;
import org.sealpost.model.Seal;
import org.sealpost.model.StoredMessage;
import org.sealpost.smime.NoKeyForMessage;

class JobRunnerTest {
    private final Post post = new Post();
    private final IssuedCertificate alice = post.enable("alice");
    private final IssuedCertificate bob = post.enable("bob");
    private final IssuedCertificate carol = post.enable("carol");
    private final IssuedCertificate dave = post.enable("dave");

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void everybodyReadsTheSealedMessageAndTheNamedOnesShareOneCopy() {
        long job = post.send("draft", true, to("bob"), cc("carol"), bcc("dave"));
        post.attempt(job);

        assertThat(post.job(job).state()).isEqualTo(JobState.DELIVERED);
        post.run(here -> {
            StoredMessage sent = only(here, "alice", Folder.SENT);
            StoredMessage bobs = only(here, "bob", Folder.INBOX);
            StoredMessage carols = only(here, "carol", Folder.INBOX);
            StoredMessage daves = only(here, "dave", Folder.INBOX);
            assertThat(here.open(sent, alice)).contains("The plans");
            assertThat(here.open(bobs, bob)).contains("The plans");
            assertThat(here.open(daves, dave)).contains("The plans");
            assertThat(carols.content()).isSameAs(bobs.content()).isSameAs(sent.content());
            assertThat(here.open(carols, carol)).contains("The plans");
            assertThat(bobs.label().seal()).isEqualTo(Seal.ENCRYPTED);
            assertThat(bobs.label().format()).contains("AES_256_GCM");
        });
    }

    @Test
    void nothingInTheOthersCopiesTellsOfABlindRecipient() {
        post.attempt(post.send("draft", true, to("bob"), bcc("dave")));

        post.run(here -> {
            StoredMessage bobs = only(here, "bob", Folder.INBOX);
            StoredMessage daves = only(here, "dave", Folder.INBOX);
            assertThatExceptionOfType(NoKeyForMessage.class).isThrownBy(() -> here.open(bobs, dave));
            assertThatExceptionOfType(NoKeyForMessage.class).isThrownBy(() -> here.open(daves, bob));
            assertThat(bobs.bccLine()).isEmpty();
            assertThat(daves.bccLine()).isEmpty();
            assertThat(bobs.label().recipientLine()).isEqualTo("bob <bob@corp.example>");
            assertThat(daves.label().recipientLine()).isEqualTo("bob <bob@corp.example>");
            assertThat(only(here, "alice", Folder.SENT).bccLine()).contains("dave <dave@corp.example>");
        });
    }

    @Test
    void anAttemptAfterTheDeliveryDoesNothing() {
        long job = post.send("draft", true, to("bob"));
        post.attempt(job);
        post.attempt(job);

        post.run(here -> {
            only(here, "bob", Folder.INBOX);
            only(here, "alice", Folder.SENT);
        });
    }

    @Test
    void ofTwoAttemptsAtOnceOneDeliversAndTheOtherLeavesNothing() {
        long job = post.send("draft", true, to("bob"));

        assertThatThrownBy(() -> post.run(first -> {
                    assertThat(first.jobs.byId(job)).isPresent();
                    post.attempt(job);
                    first.runner.run(job);
                }))
                .isNotNull();

        post.run(here -> {
            only(here, "bob", Folder.INBOX);
            only(here, "alice", Folder.SENT);
            assertThat(contents(here)).isEqualTo(1);
        });
    }

    @Test
    void theSpoolHoldsNothingReadableAndIsWipedWithTheDelivery() {
        long job = post.send("draft", true, to("bob"));

        post.run(here -> assertThat(new String(
                        here.octets(here.jobs.byId(job).orElseThrow().spool().orElseThrow()),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain("plans")
                .doesNotContain("Subject"));
        post.attempt(job);
        post.run(here -> assertThat(contents(here)).isEqualTo(1));
    }

    @Test
    void whileTheSpoolKeyIsAwayASealedJobWaitsAndAPlainOneGoesOut() {
        try (Post locked = new Post()) {
            locked.keys.lock();
            long sealed = locked.send("sealed", true, to("bob"));
            long plain = locked.send("plain", false, to("bob"));
            locked.attempt(sealed);
            locked.attempt(plain);

            assertThat(locked.job(sealed).state()).isEqualTo(JobState.WAITING);
            assertThat(locked.job(sealed).reason()).contains(new JobReason("key-manager-locked", ""));
            locked.run(here -> {
                StoredMessage only = only(here, "bob", Folder.INBOX);
                assertThat(only.label().seal()).isEqualTo(Seal.PLAIN);
                assertThat(here.octets(only.content())).asString().isEqualTo(Post.LETTER);
            });
        }
    }

    @Test
    void whoeverLostTheCertificateMeanwhileHoldsTheJobAndNobodyGetsAnything() {
        long job = post.send("draft", true, to("bob"), cc("carol"));
        post.revoke(carol);
        post.attempt(job);

        assertThat(post.job(job).state()).isEqualTo(JobState.HELD);
        assertThat(post.job(job).reason()).contains(new JobReason("not-sealable", "carol@corp.example"));
        post.run(here -> {
            assertThat(here.folder("bob", Folder.INBOX)).isEmpty();
            assertThat(here.folder("alice", Folder.SENT)).isEmpty();
        });
    }

    @Test
    void theFormatsOfTheMomentOfSealingCount() {
        long job = post.send("draft", true, to("bob"));
        post.policy = FormatPolicy.of(Edition.LOCALIZED);
        post.attempt(job);

        assertThat(post.job(job).reason()).contains(new JobReason("signature-needed", "CAST-40"));
    }

    @Test
    void aFailedAttemptLeavesItsCauseAndNothingElse() {
        long job = post.send("draft", true, to("bob"));
        damageSpool();

        assertThatThrownBy(() -> post.attempt(job)).isNotNull();

        assertThat(post.job(job).state()).isEqualTo(JobState.QUEUED);
        post.run(here -> {
            assertThat(here.jobs.attempts(job)).extracting(JobAttempt::cause).hasSize(1);
            assertThat(here.folder("bob", Folder.INBOX)).isEmpty();
        });
    }

    @Test
    void afterTheLastAttemptTheJobFailsWithItsCause() {
        long job = post.send("draft", true, to("bob"));
        damageSpool();
        assertThatThrownBy(() -> post.attempt(job)).isNotNull();
        String cause = post.call(here -> here.jobs.attempts(job).get(0).cause());
        post.run(here -> here.runner.giveUp(job));

        assertThat(post.job(job).state()).isEqualTo(JobState.FAILED);
        assertThat(post.job(job).reason()).contains(new JobReason("attempts-failed", cause));
    }

    @Test
    void aDeadNumberOfADeliveredJobChangesNothing() {
        long job = post.send("draft", true, to("bob"));
        post.attempt(job);
        post.run(here -> here.runner.giveUp(job));

        assertThat(post.job(job).state()).isEqualTo(JobState.DELIVERED);
        assertThat(post.job(job).reason()).isEqualTo(Optional.empty());
    }

    @Test
    void aNumberThatComesBeforeItsRowIsTriedAgain() {
        assertThatExceptionOfType(NoSuchJob.class).isThrownBy(() -> post.attempt(77));
    }

    @Test
    void anotherKeyManagersSpoolDoesNotOpen() {
        long job = post.send("draft", true, to("bob"));
        KeyRings others = new KeyRings(Corp.authority(), post.clock);
        others.unlock();

        assertThatThrownBy(() -> post.run(here -> {
                    here.spool.keys = others.ring();
                    here.runner.run(job);
                }))
                .isInstanceOf(UnwrapFailed.class);
    }

    private void damageSpool() {
        post.run(here -> here.database
                .createNativeQuery("update mail_content_chunk set bytes = X'00'")
                .executeUpdate());
    }

    private static long contents(Workplace here) {
        return here.database
                .createQuery("select count(c) from MailContent c", Long.class)
                .getSingleResult();
    }

    private static StoredMessage only(Workplace here, String name, Folder folder) {
        List<StoredMessage> found = here.folder(name, folder);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
