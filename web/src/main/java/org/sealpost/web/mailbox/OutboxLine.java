package org.sealpost.web.mailbox;

import java.time.Instant;
import java.util.Set;
import org.sealpost.jobs.JobChoice;
import org.sealpost.jobs.JobRow;
import org.sealpost.model.JobReason;
import org.sealpost.model.JobState;

/**
 * A message on its way, as its sender sees it.
 *
 * @param recipients addresses, separated by commas
 * @param why why it is not delivered, in words; empty while it moves
 * @param choices what can be clicked
 */
public record OutboxLine(
        long id,
        String subject,
        String recipients,
        JobState state,
        String why,
        Instant sentAt,
        Set<JobChoice> choices) {

    /** The line of a job. */
    static OutboxLine of(JobRow job, MailTexts texts) {
        return new OutboxLine(
                job.id(),
                MailLine.subject(job.subject()),
                String.join(", ", job.recipients()),
                job.state(),
                job.reason().map(reason -> words(reason, texts)).orElse(""),
                job.sentAt(),
                job.choices());
    }

    private static String words(JobReason reason, MailTexts texts) {
        String key = "job.reason." + reason.code();
        return texts.has(key) ? texts.of(key, reason.detail()) : texts.of("job.reason", reason.code(), reason.detail());
    }

    /** Icon of the state. */
    public String icon() {
        return switch (state) {
            case QUEUED -> "pi-send";
            case WAITING -> "pi-clock";
            case HELD -> "pi-question-circle";
            case FAILED -> "pi-exclamation-triangle";
            case DELIVERED -> "pi-check";
            case CANCELLED -> "pi-times";
        };
    }

    /** Suffix of the state's style class. */
    public String tone() {
        return switch (state) {
            case QUEUED, CANCELLED -> "info";
            case WAITING, HELD -> "warn";
            case FAILED -> "bad";
            case DELIVERED -> "ok";
        };
    }

    /** Whether that can be clicked. */
    public boolean offers(JobChoice choice) {
        return choices.contains(choice);
    }
}
