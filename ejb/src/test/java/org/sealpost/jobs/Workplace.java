package org.sealpost.jobs;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.contact.Contacts;
import org.sealpost.lease.Leases;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.ContactKey;
import org.sealpost.model.ContentRepository;
import org.sealpost.model.EncryptionJobRepository;
import org.sealpost.model.Folder;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailContent;
import org.sealpost.model.MailboxId;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.settings.MailConfiguration;
import org.sealpost.settings.SecuritySettingsView;
import org.sealpost.settings.SettingsService;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.OpenedMessage;

/** The use cases of one transaction, put together as the container does. */
final class Workplace {
    final EntityManager database;
    final EncryptionJobRepository jobs;
    final ContentRepository contents;
    final StoredMessageRepository messages;
    final IssuedCertificateRepository certificates;
    final Spool spool = new Spool();
    final Sealing sealing = new Sealing();
    final Delivery delivery = new Delivery();
    final JobRunner runner = new JobRunner();
    final JobEntry entry = new JobEntry();
    final JobDesk desk = new JobDesk();
    final JobSweeper sweeper = new JobSweeper();

    Workplace(Post post, EntityManager database) {
        this.database = database;
        jobs = new EncryptionJobRepository(database);
        contents = new ContentRepository(database);
        messages = new StoredMessageRepository(database);
        certificates = new IssuedCertificateRepository(database);
        spool.contents = contents;
        spool.keys = post.keys.ring();
        sealing.certificates = certificates;
        sealing.contacts = contacts(post);
        sealing.settings = settings(post);
        sealing.configuration = new MailConfiguration(post.hidesSubjects);
        sealing.providers = Corp.PROVIDERS;
        sealing.random = Corp.RANDOM;
        sealing.clock = post.clock;
        delivery.contents = contents;
        delivery.messages = messages;
        delivery.sealing = sealing;
        delivery.clock = post.clock;
        runner.jobs = jobs;
        runner.spool = spool;
        runner.sealing = sealing;
        runner.delivery = delivery;
        runner.failedAttempts = attempts(post);
        runner.clock = post.clock;
        forPeople(post);
    }

    private void forPeople(Post post) {
        JobQueue queue = queue(post);
        entry.jobs = jobs;
        entry.spool = spool;
        entry.queue = queue;
        entry.audit = post.auditLog();
        desk.jobs = jobs;
        desk.sealing = sealing;
        desk.queue = queue;
        desk.audit = post.auditLog();
        desk.clock = post.clock;
        sweeper.lease = Leases.held(1);
        sweeper.jobs = jobs;
        sweeper.spool = spool;
        sweeper.queue = queue;
        sweeper.clock = post.clock;
    }

    /** What lies in the folder, newest first. */
    List<StoredMessage> folder(String name, Folder folder) {
        return messages.page(Corp.id(name), folder, "", Optional.empty(), 100).rows();
    }

    byte[] octets(MailContent content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int position = 0; all.size() < content.size(); position++) {
            all.writeBytes(contents.chunk(content.id(), position).orElseThrow());
        }
        return all.toByteArray();
    }

    /** The message as the certificate's owner reads it. */
    String open(StoredMessage message, IssuedCertificate with) {
        MessageSource source = MessageSource.of(octets(message.content()));
        try (OpenedMessage opened =
                        new MessageOpener(Corp.PROVIDERS).open(source, List.of(Corp.key(with)), Corp.opening());
                InputStream in = opened.content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contacts contacts(Post post) {
        return new Contacts() {
            @Override
            public Map<MailboxId, ContactKey> keys(Collection<MailboxId> ids) {
                Map<MailboxId, ContactKey> keys = new HashMap<>(post.contacts);
                keys.keySet().retainAll(ids);
                return keys;
            }
        };
    }

    private static SettingsService settings(Post post) {
        return new SettingsService() {
            @Override
            public SecuritySettingsView current() {
                return new SecuritySettingsView(1, post.policy(), post.change());
            }
        };
    }

    private static JobQueue queue(Post post) {
        return new JobQueue() {
            @Override
            void put(long job) {
                post.queue.add(job);
            }
        };
    }

    /** In a transaction of their own, which stays when the attempt's rolls back. */
    private static FailedAttempts attempts(Post post) {
        return new FailedAttempts() {
            @Override
            void record(long job, Throwable failure) {
                post.run(other -> {
                    jobs = other.jobs;
                    clock = post.clock;
                    super.record(job, failure);
                });
            }
        };
    }
}
