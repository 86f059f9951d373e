package org.sealpost.renewal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sealpost.model.ApprovalQuery;
import org.sealpost.model.ApprovalRepository;
import org.sealpost.model.EncryptionJobRepository;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.JobState;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.notice.Notice;
import org.sealpost.notice.Notices;

/** Tells administrators of mailboxes what needs a look; nothing at all when nothing does. */
@ApplicationScoped
@Transactional
class Digest {
    private static final int MOST_COUNTED = 99;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    ApprovalRepository requests;

    @Inject
    EncryptionJobRepository jobs;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    /**
     * Tells one administrator.
     *
     * @param roles what the directory gives this person now
     */
    void tell(MailboxId administrator, Set<String> roles) {
        Instant now = clock.instant();
        List<Long> numbers = new ArrayList<>();
        List.of(30, 14, 7, 1).forEach(days -> numbers.add(certificates.countEnding(now, days)));
        numbers.add(mailboxes.counts().getOrDefault(MailboxState.EXPIRED, 0L));
        numbers.add((long) requests.count(new ApprovalQuery.WaitingFor(administrator, roles, now), MOST_COUNTED));
        numbers.add(jobs.resting(JobState.HELD, now, 1).stream()
                .map(job -> Duration.between(job.changedAt(), now).toDays() + 1)
                .findFirst()
                .orElse(0L));
        if (numbers.stream().anyMatch(number -> number > 0)) {
            notices.tell(administrator, Notice.digest(numbers));
        }
    }
}
