package org.sealpost.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.audit.AuditLog;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.RevocationListRecord;
import org.sealpost.model.RevocationListRepository;
import org.sealpost.model.RevokedSerial;
import org.sealpost.model.Serial;
import org.sealpost.pki.RevocationList;

/**
 * Signs the next list and keeps it. Readers rely on one for {@link RevocationList#LONGEST}; it is signed anew when a
 * third of that has gone by, so that two missed renewals do no harm.
 */
@ApplicationScoped
@Transactional
class RevocationLists {
    private static final Duration RENEWED_AFTER = RevocationList.LONGEST.dividedBy(3);

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

    /** Signs a new list if there is none or the current one has aged. */
    void renew() {
        Instant now = clock.instant();
        boolean fresh = lists.current()
                .filter(list -> list.thisUpdate().plus(RENEWED_AFTER).isAfter(now))
                .isPresent();
        if (!fresh) {
            sign();
        }
    }

    /**
     * Signs a new list of what is revoked now, in the caller's transaction if there is one. Two at once cannot both
     * succeed: the second fails on the list's number.
     *
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    void sign() {
        Instant now = clock.instant();
        long number = lists.current().map(RevocationListRecord::crlNumber).orElse(0L) + 1;
        RevocationList next =
                new RevocationList(BigInteger.valueOf(number), now, now.plus(RevocationList.LONGEST), revoked(now));
        X509CRL signed = keys.use(running -> running.authority().signCrl(next));
        lists.replace(new RevocationListRecord(number, next.thisUpdate(), next.nextUpdate(), encoded(signed)));
        audit.success(
                Act.SIGN_REVOCATION_LIST,
                "revocation list " + number,
                next.revoked().size() + " certificates");
    }

    private List<RevocationList.Entry> revoked(Instant now) {
        try (Stream<RevokedSerial> revoked = certificates.revoked(now)) {
            return revoked.map(
                            one -> new RevocationList.Entry(new Serial(one.serial()).number(), one.at(), one.reason()))
                    .toList();
        }
    }

    private static byte[] encoded(X509CRL list) {
        try {
            return list.getEncoded();
        } catch (CRLException e) {
            throw new IllegalStateException("a list that was just signed encodes", e);
        }
    }
}
