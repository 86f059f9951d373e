package org.sealpost.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Audited;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.RevocationListRecord;
import org.sealpost.model.RevocationListRepository;
import org.sealpost.model.RevokedSerial;
import org.sealpost.model.Serial;
import org.sealpost.pki.RevocationList;

/**
 * Signs the next lists and keeps them: a complete one, and a delta list that brings every complete list up to date that
 * somebody may still rely on. Readers rely on one for {@link RevocationList#LONGEST}; it is signed anew when a third of
 * that has gone by, so that two missed renewals do no harm.
 */
@ApplicationScoped
@Transactional
class RevocationLists {
    private static final Duration RENEWED_AFTER = RevocationList.LONGEST.dividedBy(3);

    /** A certificate is to be on a list at least once after it ran out (RFC 5280 section 3.3). */
    private static final Duration KEPT_AFTER_THE_END = RevocationList.LONGEST.multipliedBy(2);

    @Inject
    RevocationListRepository lists;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    KeyRing keys;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** The list that is served; empty before the first was signed. */
    Optional<CurrentList> current() {
        return lists.current().map(CurrentList::of);
    }

    /** Signs new lists if there are none, the current ones have aged, or something was revoked since. */
    @Audited(Act.SIGN_REVOCATION_LIST)
    void renew() {
        Instant now = clock.instant();
        boolean fresh = lists.current()
                .filter(list -> list.thisUpdate().plus(RENEWED_AFTER).isAfter(now))
                .filter(list -> !list.thisUpdate().isAfter(now))
                .isPresent();
        if (!fresh || certificates.unlisted()) {
            sign(now);
        }
    }

    /** Signs new lists, in the caller's transaction if there is one. */
    void signNow() {
        sign(clock.instant());
    }

    /** Two at once cannot both succeed: the second fails on the list's number. */
    private void sign(Instant now) {
        long number = lists.current().map(RevocationListRecord::crlNumber).orElse(0L) + 1;
        long base = base(now).orElse(number);
        certificates.list(number);
        RevocationList complete =
                filled(new RevocationList(BigInteger.valueOf(number), now, now.plus(RevocationList.LONGEST)), 0);
        lists.replace(new RevocationListRecord(
                number,
                now,
                complete.nextUpdate(),
                new RevocationListRecord.Complete(complete.size(), signed(complete)),
                new RevocationListRecord.Delta(
                        base, signed(filled(complete.deltaSince(BigInteger.valueOf(base)), base)))));
        audit.success(Act.SIGN_REVOCATION_LIST, "revocation list " + number, complete.size() + " certificates");
    }

    /** The oldest list that somebody may still rely on, the one about to be replaced included; empty when there is none. */
    private Optional<Long> base(Instant now) {
        return lists.oldestReliedOn(now).or(() -> lists.current()
                .filter(list -> list.nextUpdate().isAfter(now))
                .map(RevocationListRecord::crlNumber));
    }

    private RevocationList filled(RevocationList list, long base) {
        Instant cutoff = list.thisUpdate().minus(KEPT_AFTER_THE_END);
        try (Stream<RevokedSerial> revoked =
                certificates.listed(base, list.number().longValueExact(), cutoff)) {
            revoked.forEach(one -> list.add(new RevocationList.Entry(
                    new Serial(one.serial()).number(),
                    one.at(),
                    one.reason(),
                    Optional.ofNullable(one.invalidSince()))));
        }
        return list;
    }

    private byte[] signed(RevocationList list) {
        return keys.use(running -> running.authority().signCrl(list));
    }
}
