package org.sealpost.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.crypto.Capabilities;
import org.sealpost.model.Contact;
import org.sealpost.model.ContactKey;
import org.sealpost.model.EncryptionJob;
import org.sealpost.model.Folder;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.JobReason;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.JobState;
import org.sealpost.model.MailboxId;
import org.sealpost.model.RecipientPart;
import org.sealpost.model.StoredMessage;
import org.sealpost.pki.Certificates;

/** Mail to people outside is sealed to what their owner confirmed; nothing carries it away, which is said. */
class ContactMailTest {
    private static final JobReason NO_ROUTE = new JobReason("no-route-outside", "ann@partner.example");
    private static final IssuedCertificate ANNS = Corp.enable("ann", Capabilities.STANDARD);

    private final Post post = new Post();
    private final IssuedCertificate alice = post.enable("alice");
    private final IssuedCertificate bob = post.enable("bob");
    private final Contact ann = contact(Capabilities.STANDARD);

    @AfterEach
    void close() {
        post.close();
    }

    private Contact contact(Capabilities reads) {
        ContactKey key = new ContactKey(Certificates.parse(ANNS.encoded()), reads);
        Contact contact = new Contact(Corp.id("alice"), "ann@partner.example", "Ann", key, Corp.NOW);
        post.contacts.put(contact.id(), key);
        return contact;
    }

    private JobRecipient toAnn() {
        return new JobRecipient(ann.id().value(), ann.address(), ann.name(), RecipientPart.TO);
    }

    private static JobRecipient toBob() {
        MailboxId id = Corp.id("bob");
        return new JobRecipient(id.value(), Corp.address("bob"), "Bob", RecipientPart.TO);
    }

    private StoredMessage only(String name, Folder folder) {
        List<StoredMessage> found = post.call(workplace -> workplace.folder(name, folder));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private String read(String name, Folder folder, IssuedCertificate with) {
        return post.call(
                workplace -> workplace.open(workplace.folder(name, folder).get(0), with));
    }

    @Test
    void itIsSealedToAllAndLiesInSentAndTheJobSaysWhoCannotBeReached() {
        long job = post.send("d", true, toBob(), toAnn());
        post.attempt(job);
        EncryptionJob ended = post.job(job);
        assertThat(ended.state()).isEqualTo(JobState.FAILED);
        assertThat(ended.reason()).contains(NO_ROUTE);
        assertThat(ended.spool()).isPresent();
        String read = read("alice", Folder.SENT, alice);
        assertThat(read).contains("The plans for the new building");
        assertThat(read("alice", Folder.SENT, ANNS)).isEqualTo(read);
        assertThat(read("bob", Folder.INBOX, bob)).isEqualTo(read);
    }

    @Test
    void aCopyForSomebodyOutsideAloneLiesNowhere() {
        JobRecipient blind = new JobRecipient(ann.id().value(), ann.address(), ann.name(), RecipientPart.BCC);
        long job = post.send("d", true, toBob(), blind);
        post.attempt(job);
        assertThat(post.job(job).reason()).contains(NO_ROUTE);
        long contents = post.call(workplace -> workplace
                .database
                .createQuery("select count(c) from MailContent c", Long.class)
                .getSingleResult());
        assertThat(contents).as("the spool and the copy of those here").isEqualTo(2);
        assertThat(only("alice", Folder.SENT).bccLine()).isPresent();
    }

    @Test
    void tryingAgainDeliversNothingTwice() {
        long job = post.send("d", true, toBob(), toAnn());
        post.attempt(job);
        post.run(workplace -> workplace.jobs.lock(job).orElseThrow().requeue(Corp.NOW));
        post.attempt(job);
        assertThat(post.job(job).reason()).contains(NO_ROUTE);
        only("alice", Folder.SENT);
        only("bob", Folder.INBOX);
    }

    @ParameterizedTest(name = "who announces {0} is written {1}")
    @CsvSource({
        "AES_256_GCM AES_256_CBC OAEP, AES_256_GCM",
        "AES_256_CBC AES_128_CBC, AES_256_CBC",
        "AES_128_CBC, AES_128_CBC",
    })
    void theFormatIsOneThatTheContactAnnounced(String announced, String written) {
        post.contacts.put(ann.id(), new ContactKey(Certificates.parse(ANNS.encoded()), Capabilities.parse(announced)));
        post.attempt(post.send("d", true, toAnn()));
        assertThat(only("alice", Folder.SENT).label().format()).contains(written);
    }

    @Test
    void aContactThatWasRemovedHoldsTheJobAndIsNeverWrittenToInClear() {
        long job = post.send("d", true, toAnn());
        post.contacts.clear();
        post.attempt(job);
        assertThat(post.job(job).state()).isEqualTo(JobState.HELD);
        assertThat(post.job(job).reason()).contains(new JobReason("not-sealable", "ann@partner.example"));
        assertThat(post.<List<StoredMessage>>call(workplace -> workplace.folder("alice", Folder.SENT)))
                .isEmpty();
    }

    @Test
    void unencryptedMailToAContactEndsTheSame() {
        long job = post.send("d", false, toBob(), toAnn());
        post.attempt(job);
        assertThat(post.job(job).reason()).contains(NO_ROUTE);
        only("alice", Folder.SENT);
        only("bob", Folder.INBOX);
    }
}
