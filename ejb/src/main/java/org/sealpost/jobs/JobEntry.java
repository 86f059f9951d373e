package org.sealpost.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;
import org.sealpost.model.EncryptionJob;
import org.sealpost.model.EncryptionJobRepository;
import org.sealpost.model.JobTerms;
import org.sealpost.model.MailboxId;

/** One transaction of {@link JobSubmission}: content, job, queue message and audit entry are there together or not at all. */
@ApplicationScoped
class JobEntry {
    @Inject
    EncryptionJobRepository jobs;

    @Inject
    Spool spool;

    @Inject
    JobQueue queue;

    @Inject
    AuditLog audit;

    @Transactional(Transactional.TxType.REQUIRED)
    Optional<Long> earlier(MailboxId sender, String draftKey) {
        return jobs.byDraft(sender, draftKey).map(EncryptionJob::id);
    }

    @Transactional(Transactional.TxType.REQUIRED)
    long enter(Submission submission) {
        JobTerms terms = submission.terms();
        return earlier(terms.sender().id(), terms.draftKey()).orElseGet(() -> make(submission));
    }

    private long make(Submission submission) {
        EncryptionJob job = new EncryptionJob(
                submission.terms(), submission.encrypts(), submission.recipients(), spool.put(submission));
        jobs.add(job);
        queue.put(job.id());
        audit.success(Act.SEND, "job " + job.id(), submission.encrypts() ? "encrypted" : "not encrypted");
        return job.id();
    }
}
