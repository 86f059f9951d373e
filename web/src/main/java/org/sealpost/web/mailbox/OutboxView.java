package org.sealpost.web.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.sealpost.jobs.JobChoice;
import org.sealpost.jobs.JobQuery;
import org.sealpost.jobs.JobService;
import org.sealpost.model.JobState;

/** One's own messages that are not delivered, why, and what can be done about them. */
@Named
@ViewScoped
public class OutboxView implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Finished jobs leave the list at once, so the newest ones hold everything that is still open. */
    private static final int NEWEST = 50;

    @Inject
    JobService service;

    @Inject
    FolderView folder;

    @Inject
    MailTexts texts;

    private transient List<OutboxLine> jobs = List.of();

    /** Asks where the messages are now. */
    public void load() {
        jobs = service.page(new JobQuery(false, Optional.empty(), Optional.empty(), NEWEST)).rows().stream()
                .filter(job -> !job.state().finished())
                .map(job -> OutboxLine.of(job, texts))
                .toList();
    }

    /** Looks again, also for what has been delivered meanwhile and stands in the folder now. */
    public void look() {
        load();
        folder.getLines().reload();
    }

    /** Does what was clicked at a message. */
    public void choose(long job, JobChoice choice) {
        service.choose(job, choice);
        texts.done(
                switch (choice) {
                    case RETRY -> "outbox.retried";
                    case CANCEL -> "outbox.cancelled";
                    case TRY_AGAIN, REMOVE_NOT_ENABLED, SEND_UNENCRYPTED -> "outbox.answered";
                });
        look();
    }

    public List<OutboxLine> getJobs() {
        return jobs;
    }

    /** Whether something may be delivered any moment, so that looking again soon is worth it. */
    public boolean isMoving() {
        return jobs.stream().anyMatch(job -> job.state() == JobState.QUEUED);
    }
}
