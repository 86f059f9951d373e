package org.sealpost.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.revocation.Bureau.ALICE;
import static org.sealpost.revocation.Bureau.LEFT;

import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Providers;
import org.sealpost.lock.KeyManagerUnavailable;
import org.sealpost.model.CertificateState;
import org.sealpost.model.Folder;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.model.WrongMailboxState;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.PathCheck;

class RevocationServiceTest {
    private final Bureau bureau = new Bureau();

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void revokingPutsEveryCertificateOnTheNextListAndAsksForThatListAtOnce() throws Exception {
        OwnedKey key = bureau.enable();
        bureau.publisher.renew();
        bureau.revoke(LEFT);
        assertThat(bureau.publisher.asked).isEqualTo(1);
        assertThat(bureau.current().number()).isEqualTo(1);
        bureau.publisher.renew();
        X509CRL crl = bureau.list();
        assertThat(crl.isRevoked(key.certificate())).isTrue();
        assertThat(bureau.current().entries()).isEqualTo(1);
        assertThat(bureau.state()).isEqualTo(MailboxState.REVOKED);
        assertThat(bureau.assembly.inTransaction(() ->
                        bureau.assembly.get(IssuedCertificateRepository.class).history(ALICE)))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(CertificateState.REVOKED));
    }

    @Test
    void ofACompromiseTheInstantIsOnTheListAndNoneOfAParting() {
        OwnedKey key = bureau.enable();
        bureau.clock.pass(Duration.ofDays(3));
        Instant since = bureau.clock.instant().minus(Duration.ofDays(2));
        bureau.revoke(new Revocation(RevocationCause.COMPROMISED, Optional.of(since), "Laptop stolen"));
        bureau.publisher.renew();
        X509CRL crl = bureau.list();
        X509CRLEntry entry = crl.getRevokedCertificate(key.certificate());
        assertThat(entry.getRevocationReason()).isEqualTo(CRLReason.KEY_COMPROMISE);
        assertThat(judged(crl, key, since.minusSeconds(60), since.minusSeconds(50)))
                .isEqualTo("not-revoked");
        assertThat(judged(crl, key, since.minusSeconds(60), since.plusSeconds(50)))
                .isEqualTo("revoked");
        assertThatThrownBy(() -> new Revocation(RevocationCause.LEFT, Optional.of(since), "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasSignedBeforeAPartingStaysValid() {
        OwnedKey key = bureau.enable();
        bureau.clock.pass(Duration.ofDays(3));
        bureau.revoke(LEFT);
        bureau.publisher.renew();
        X509CRL crl = bureau.list();
        Instant parted = bureau.clock.instant();
        assertThat(judged(crl, key, parted.minusSeconds(60), parted)).isEqualTo("not-revoked");
        assertThat(judged(crl, key, parted.plusSeconds(60), parted.plusSeconds(61)))
                .isEqualTo("revoked");
    }

    @Test
    void aCompromiseInTheFutureIsRefused() {
        bureau.enable();
        Revocation tomorrow = new Revocation(
                RevocationCause.COMPROMISED, Optional.of(bureau.clock.instant().plusSeconds(60)), "A guess");
        assertThatThrownBy(() -> bureau.revoke(tomorrow)).isInstanceOf(FutureCompromise.class);
        assertThat(bureau.state()).isEqualTo(MailboxState.ENABLED);
    }

    @Test
    void theOwnerIsToldAndTheLogSaysWhy() {
        bureau.enable();
        bureau.revoke(LEFT);
        List<StoredMessage> inbox = bureau.assembly.inTransaction(() -> bureau.assembly
                .get(StoredMessageRepository.class)
                .page(ALICE, Folder.INBOX, "", Optional.empty(), 5)
                .rows());
        assertThat(inbox).singleElement().satisfies(notice -> assertThat(
                        notice.label().subject())
                .isEqualTo("Advanced Security was ended for your mailbox"));
        assertThat(bureau.revocations()).singleElement().satisfies(said -> {
            assertThat(said.details()).isEqualTo("LEFT, 1 certificates");
            assertThat(said.grounds().reason()).isEqualTo("Has retired");
        });
    }

    @Test
    void aMailboxIsRevokedOnce() {
        bureau.enable();
        bureau.revoke(LEFT);
        assertThatThrownBy(() -> bureau.revoke(LEFT)).isInstanceOf(WrongMailboxState.class);
        assertThat(bureau.publisher.asked).isEqualTo(1);
    }

    @Test
    void whoWasNeverEnabledCannotBeRevoked() {
        assertThatThrownBy(() -> bureau.revoke(LEFT))
                .isInstanceOfSatisfying(
                        NothingToRevoke.class, e -> assertThat(e.code()).isEqualTo("nothing-to-revoke"));
    }

    @Test
    void whileStoppedNothingIsRevokedAndTheLastListIsStillServed() {
        bureau.enable();
        bureau.publisher.renew();
        bureau.lock.stop();
        assertThatThrownBy(() -> bureau.revoke(LEFT)).isInstanceOf(KeyManagerUnavailable.class);
        bureau.publisher.renew();
        assertThat(bureau.state()).isEqualTo(MailboxState.ENABLED);
        assertThat(bureau.current().number()).isEqualTo(1);
    }

    /** Code of the finding about a signature of that key, claimed and arrived at those instants. */
    private String judged(X509CRL crl, OwnedKey key, Instant claimed, Instant arrived) {
        X509Certificate authority = bureau.authority();
        PathCheck check = new PathCheck(Providers.best(), List.of(authority), List.of(crl));
        return check.check(new PathCheck.Question(
                        key.certificate(),
                        List.of(),
                        CertificateProfile.ENCRYPTION,
                        claimed,
                        arrived,
                        bureau.clock.instant()))
                .revocation()
                .code();
    }
}
