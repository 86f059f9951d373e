package org.sealpost.renewal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.notice.Notice;
import org.sealpost.notice.Notices;

/**
 * Tells owners in good time that their certificates run out. Whoever has renewed is not told again, because only the
 * newest certificates count; a server that was down for a week does not make up for what it missed.
 */
@ApplicationScoped
@Transactional
class ExpiryNotices {
    /** Days before the end, the last first: what is told at one is not told again at a longer one. */
    static final List<Integer> SCHEDULE = List.of(1, 7, 14, 30);

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    /**
     * Tells those who are due at one place of the schedule.
     *
     * @param limit at most so many certificates
     * @return how many certificates there were
     */
    int tell(int days, int limit) {
        Instant now = clock.instant();
        List<IssuedCertificate> ending = certificates.ending(now, days, limit);
        Set<MailboxId> told = new HashSet<>();
        for (IssuedCertificate certificate : ending) {
            certificate.told(days);
            if (told.add(certificate.mailbox())) {
                notices.tell(certificate.mailbox(), Notice.expiry(now, certificate.notAfter()));
            }
        }
        return ending.size();
    }
}
