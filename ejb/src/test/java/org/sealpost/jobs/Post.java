package org.sealpost.jobs;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sealpost.assembly.FreshDatabase;
import org.sealpost.assembly.TestClock;
import org.sealpost.audit.AuditLog;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.lock.KeyRings;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.Act;
import org.sealpost.model.ContactKey;
import org.sealpost.model.EncryptionJob;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.JobTerms;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.SecuritySettings;
import org.sealpost.pki.RevocationReason;

/**
 * Everything between Send and the mailboxes but the container: a real database, real keys, real sealing. The queue and
 * the audit log are lists, and each piece of work is one transaction by hand.
 */
final class Post implements AutoCloseable {
    static final String LETTER = """
        From: alice@corp.example
        To: bob@corp.example
        Subject: Plans
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        The plans for the new building are ready.
        """.replace("\n", "\r\n");

    final List<Long> queue = new ArrayList<>();
    final List<String> audited = new ArrayList<>();
    final Map<MailboxId, ContactKey> contacts = new HashMap<>();
    final TestClock clock = new TestClock(Corp.NOW);
    final KeyRings keys = new KeyRings(Corp.authority(), clock);
    String letter = LETTER;
    boolean hidesSubjects;
    boolean signs;
    FormatPolicy policy = FormatPolicy.of(Edition.MODERN);

    private final EntityManagerFactory factory;

    Post() {
        factory = FreshDatabase.open();
        keys.unlock();
    }

    /** One transaction; a failure rolls it back and flies on. */
    <T> T call(Function<Workplace, T> work) {
        EntityManager database = factory.createEntityManager();
        try {
            database.getTransaction().begin();
            T result = work.apply(new Workplace(this, database));
            database.getTransaction().commit();
            return result;
        } finally {
            if (database.getTransaction().isActive()) {
                database.getTransaction().rollback();
            }
            database.close();
        }
    }

    void run(Consumer<Workplace> work) {
        call(workplace -> {
            work.accept(workplace);
            return true;
        });
    }

    /** Gives the mailbox an encryption certificate with which it reads everything. */
    IssuedCertificate enable(String name) {
        IssuedCertificate certificate = Corp.enable(name, Capabilities.OWN);
        run(workplace -> {
            workplace.database.persist(new Mailbox(Corp.id(name), Corp.address(name), clock.instant()));
            workplace.certificates.add(certificate);
        });
        return certificate;
    }

    void revoke(IssuedCertificate certificate) {
        run(workplace -> workplace
                .certificates
                .bySerial(certificate.serial())
                .orElseThrow()
                .revoke(RevocationReason.KEY_COMPROMISE, clock.instant(), Optional.empty()));
    }

    /** Alice sends. */
    long send(String draft, boolean encrypts, JobRecipient... recipients) {
        Submission submission = submission(draft, encrypts, recipients);
        return call(workplace -> workplace.entry.enter(submission));
    }

    Submission submission(String draft, boolean encrypts, JobRecipient... recipients) {
        JobTerms terms = new JobTerms(Corp.sender("alice"), draft, "Plans", signs, clock.instant());
        MessageSource message = MessageSource.of(letter.getBytes(StandardCharsets.US_ASCII));
        return new Submission(terms, encrypts, Arrays.asList(recipients), message);
    }

    /** One attempt at the job. */
    void attempt(long job) {
        run(workplace -> workplace.runner.run(job));
    }

    /** The job as it stands, read whole. */
    EncryptionJob job(long id) {
        return call(workplace -> {
            EncryptionJob job = workplace.jobs.byId(id).orElseThrow();
            job.recipients();
            return job;
        });
    }

    FormatPolicy policy() {
        return policy;
    }

    AuditLog auditLog() {
        return new AuditLog() {
            @Override
            public void success(Act act, String subject, String details) {
                audited.add(act + " " + subject + " " + details);
            }
        };
    }

    SecuritySettings.Change change() {
        return new SecuritySettings.Change("root", clock.instant(), "as usual");
    }

    @Override
    public void close() {
        factory.close();
    }
}
