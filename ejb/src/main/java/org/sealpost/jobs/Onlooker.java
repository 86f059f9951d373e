package org.sealpost.jobs;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sealpost.model.EncryptionJob;
import org.sealpost.model.JobReason;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.MailboxId;

/**
 * Somebody who looks at jobs.
 *
 * @param mailbox the own one; empty for a login without a mailbox
 * @param administrator may see everybody's jobs, retry and cancel them
 */
record Onlooker(Optional<MailboxId> mailbox, boolean administrator) {

    boolean sees(EncryptionJob job) {
        return administrator || sent(job);
    }

    /** Blind recipients are everybody's secret but the sender's: not shown, nor named in a reason. */
    JobRow row(EncryptionJob job, boolean removable) {
        boolean own = sent(job);
        return new JobRow(
                job.id(),
                job.terms().sender().address(),
                job.terms().subject(),
                job.recipients().stream()
                        .filter(one -> own || !one.blind())
                        .map(JobRecipient::address)
                        .toList(),
                job.state(),
                job.reason().map(reason -> own ? reason : discreet(reason, job)),
                job.terms().at(),
                job.changedAt(),
                job.size(),
                job.encrypts(),
                choices(job, removable));
    }

    /**
     * What the onlooker can do about the job now. What becomes of a held message is its sender's decision.
     *
     * @param removable whether the job could be sealed to some recipients without the others
     */
    Set<JobChoice> choices(EncryptionJob job, boolean removable) {
        EnumSet<JobChoice> choices = EnumSet.noneOf(JobChoice.class);
        switch (job.state()) {
            case QUEUED, WAITING -> choices.add(JobChoice.CANCEL);
            case FAILED -> choices.addAll(EnumSet.of(JobChoice.RETRY, JobChoice.CANCEL));
            case HELD -> choices.addAll(EnumSet.of(JobChoice.TRY_AGAIN, JobChoice.SEND_UNENCRYPTED, JobChoice.CANCEL));
            case DELIVERED, CANCELLED -> {
                return choices;
            }
        }
        if (removable) {
            choices.add(JobChoice.REMOVE_NOT_ENABLED);
        }
        choices.removeIf(choice -> !may(choice, job));
        return choices;
    }

    /** Whether the choice is the onlooker's to make, whatever state the job is in. */
    boolean may(JobChoice choice, EncryptionJob job) {
        return sent(job) || administrator && (choice == JobChoice.RETRY || choice == JobChoice.CANCEL);
    }

    private boolean sent(EncryptionJob job) {
        return mailbox.filter(job.sender()::equals).isPresent();
    }

    private static JobReason discreet(JobReason reason, EncryptionJob job) {
        boolean namesBlind = job.recipients().stream()
                .filter(JobRecipient::blind)
                .anyMatch(one -> reason.detail().contains(one.address()));
        return namesBlind ? new JobReason(reason.code(), "") : reason;
    }
}
