package org.sealpost.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Providers;
import org.sealpost.enrolment.Enrolled;
import org.sealpost.epf.ClientRenewal;
import org.sealpost.epf.SecurityFile;
import org.sealpost.model.Folder;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.pki.CertificateProfile;

class ExpiryNoticesTest {
    private final Enrolled alice = Enrolled.alice();
    private final RenewalSweep sweep = alice.get(RenewalSweep.class);
    private final Instant signingEnds = ends(CertificateProfile.SIGNING);

    @AfterEach
    void close() {
        alice.close();
    }

    @Test
    void theOwnerIsToldAtThirtyFourteenSevenAndOneDayOnceEach() {
        assertThat(toldAt(31)).isZero();
        assertThat(toldAt(30)).isEqualTo(1);
        assertThat(toldAt(20)).isEqualTo(1);
        assertThat(toldAt(14)).isEqualTo(2);
        assertThat(toldAt(7)).isEqualTo(3);
        assertThat(toldAt(2)).isEqualTo(3);
        assertThat(toldAt(1)).isEqualTo(4);
        sweep();
        assertThat(told()).isEqualTo(4);
    }

    @Test
    void whatWasMissedIsNotMadeUpFor() {
        assertThat(toldAt(5)).isEqualTo(1);
        assertThat(toldAt(2)).isEqualTo(1);
    }

    @Test
    void whoHasRenewedIsNotToldAgain() {
        assertThat(toldAt(30)).isEqualTo(1);
        renew();
        assertThat(toldAt(1)).isEqualTo(1);
    }

    @Test
    void anUnconfirmedRenewalDoesNotSilenceTheNotices() {
        assertThat(toldAt(30)).isEqualTo(1);
        prepare();
        assertThat(toldAt(14)).isEqualTo(2);
    }

    @Test
    void revokedPeopleAreNotTold() {
        alice.run(() -> alice.get(MailboxRepository.class)
                .lock(alice.id())
                .orElseThrow()
                .revoke(RevocationCause.LEFT, alice.clock().instant()));
        assertThat(toldAt(14)).isZero();
    }

    @Test
    void nobodyIsToldAfterTheEnd() {
        assertThat(toldAt(-1)).isZero();
    }

    /** Lets time pass until so many days before the signing certificate's end, and counts what was told by then. */
    private long toldAt(int daysLeft) {
        alice.clock().pass(Duration.between(alice.clock().instant(), signingEnds.minus(Duration.ofDays(daysLeft))));
        sweep();
        return told();
    }

    private void sweep() {
        alice.run(sweep::tell);
    }

    private long told() {
        return alice.call(() -> alice.get(StoredMessageRepository.class)
                .page(alice.id(), Folder.INBOX, "", Optional.empty(), 50)
                .rows()
                .size());
    }

    private Instant ends(CertificateProfile profile) {
        return alice.call(() -> alice.get(Renewal.class).plan(alice.id()).keys().stream()
                .filter(key -> key.profile() == profile)
                .findFirst()
                .orElseThrow()
                .until());
    }

    private SecurityFile prepare() {
        ClientRenewal begun = ClientRenewal.begin(
                Providers.best(),
                new SecureRandom(),
                alice.file(),
                CertificateProfile.OF_MAILBOX,
                alice.clock().instant());
        return begun.complete(alice.call(() -> alice.get(Renewal.class).prepare(begun.request(), alice.entry())));
    }

    private void renew() {
        SecurityFile renewed = prepare();
        alice.run(() -> alice.get(Renewal.class)
                .confirm(ClientRenewal.confirmation(Providers.best(), renewed), alice.id(), Optional.empty()));
    }
}
