package org.sealpost.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Passphrase;
import org.sealpost.issuing.Issuing;
import org.sealpost.lock.KeyManagerUnavailable;
import org.sealpost.lock.KeyRing;
import org.sealpost.lock.TestLock;
import org.sealpost.model.CertificateState;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.model.TokenTerms;
import org.sealpost.model.WrongMailboxState;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.Subject;

class RevocationServiceTest {
    private static final MailboxId ALICE = new MailboxId("alice-id");

    private final TestClock clock = new TestClock();
    private final Assembly assembly = KeyManagers.assembly(clock, "admin");
    private final TestLock lock = new TestLock(assembly);
    private final RevocationLists lists = assembly.get(RevocationLists.class);
    private final RevocationService service = assembly.get(RevocationService.class);
    private final MailboxRepository mailboxes = assembly.get(MailboxRepository.class);
    private final IssuedCertificateRepository certificates = assembly.get(IssuedCertificateRepository.class);

    @BeforeEach
    void setUp() {
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            lock.setUp(password);
        }
    }

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void theFirstListIsEmptySignedByTheAuthorityAndLastsADay() throws Exception {
        assembly.run(lists::renew);
        CurrentList list = current();
        X509CRL crl = Certificates.parseCrl(list.encoded());
        crl.verify(assembly.get(KeyRing.class).publicKeys().authority().getPublicKey());
        assertThat(crl.getRevokedCertificates()).isNull();
        assertThat(list.nextUpdate()).isEqualTo(list.thisUpdate().plus(Duration.ofHours(24)));
    }

    @Test
    void aListIsSignedAnewOnlyWhenAThirdOfItsTimeHasGoneBy() {
        assembly.run(lists::renew);
        clock.pass(Duration.ofHours(7));
        assembly.run(lists::renew);
        assertThat(current().number()).isEqualTo(1);
        clock.pass(Duration.ofHours(1));
        assembly.run(lists::renew);
        assertThat(current().number()).isEqualTo(2);
    }

    @Test
    void revokingPutsEveryCertificateOnTheNextListAtOnce() throws Exception {
        OwnedKey key = enable();
        assembly.run(() -> service.revoke(ALICE, RevocationReason.KEY_COMPROMISE));
        X509CRL crl = Certificates.parseCrl(current().encoded());
        assertThat(crl.isRevoked(key.certificate())).isTrue();
        assertThat(state()).isEqualTo(MailboxState.REVOKED);
        assertThat(assembly.inTransaction(() -> certificates.history(ALICE)))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(CertificateState.REVOKED));
    }

    @Test
    void aMailboxIsRevokedOnce() {
        enable();
        assembly.run(() -> service.revoke(ALICE, RevocationReason.CESSATION_OF_OPERATION));
        assertThatThrownBy(() -> assembly.run(() -> service.revoke(ALICE, RevocationReason.UNSPECIFIED)))
                .isInstanceOf(WrongMailboxState.class);
        assertThat(current().number()).isEqualTo(1);
    }

    @Test
    void whoWasNeverEnabledCannotBeRevoked() {
        assertThatThrownBy(() -> assembly.run(() -> service.revoke(ALICE, RevocationReason.UNSPECIFIED)))
                .isInstanceOfSatisfying(
                        NothingToRevoke.class, e -> assertThat(e.code()).isEqualTo("nothing-to-revoke"));
    }

    @Test
    void whileStoppedNothingIsRevokedAndTheLastListIsStillServed() {
        enable();
        assembly.run(lists::renew);
        lock.stop();
        assertThatThrownBy(() -> assembly.run(() -> service.revoke(ALICE, RevocationReason.KEY_COMPROMISE)))
                .isInstanceOf(KeyManagerUnavailable.class);
        assertThat(state()).isEqualTo(MailboxState.ENABLED);
        assertThat(current().number()).isEqualTo(1);
    }

    private OwnedKey enable() {
        return assembly.inTransaction(() -> {
            Mailbox mailbox = new Mailbox(ALICE, "alice@corp.example", clock.instant());
            mailboxes.add(mailbox);
            TokenTerms terms = new TokenTerms(
                    new SecureRandom().generateSeed(32),
                    "admin",
                    clock.instant(),
                    clock.instant().plus(Duration.ofHours(1)));
            assembly.get(OneTimeTokenRepository.class).replaceLive(mailbox.issueToken(terms));
            mailbox.enable(clock.instant());
            Subject subject = new Subject("alice@corp.example", "Alice", "Corp");
            return assembly.get(Issuing.class)
                    .encryption(new Issuing.Holder(ALICE, subject, Capabilities.OWN), KeyType.EC_P256);
        });
    }

    private MailboxState state() {
        return assembly.inTransaction(() -> mailboxes.byId(ALICE).orElseThrow().state());
    }

    private CurrentList current() {
        return assembly.inTransaction(() -> service.currentList().orElseThrow());
    }
}
