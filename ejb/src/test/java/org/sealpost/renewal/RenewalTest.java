package org.sealpost.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Providers;
import org.sealpost.enrolment.Enrolled;
import org.sealpost.epf.ClientRenewal;
import org.sealpost.epf.SecurityFile;
import org.sealpost.model.Act;
import org.sealpost.model.CertificateState;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.RoamingFile;
import org.sealpost.model.RoamingFileRepository;
import org.sealpost.model.Serial;
import org.sealpost.model.WrongMailboxState;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.ProofFailed;
import org.sealpost.pki.RevocationReason;
import org.sealpost.protocol.RenewalConfirmation;
import org.sealpost.protocol.RenewalRequest;

class RenewalTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<CertificateProfile> BOTH = CertificateProfile.OF_MAILBOX;
    private static final Duration EIGHT_MONTHS = Duration.ofDays(8 * 31);
    private static final Duration THIRTEEN_MONTHS = Duration.ofDays(13 * 31);

    private final Enrolled alice = Enrolled.alice();
    private final Renewal renewal = alice.get(Renewal.class);

    @AfterEach
    void close() {
        alice.close();
    }

    @Test
    void nothingIsDueAtFirstThenTheSigningKeyThenTheEncryptionKey() {
        assertThat(plan().due()).isEmpty();
        assertThat(plan().possible()).isEqualTo(BOTH);
        alice.clock().pass(EIGHT_MONTHS);
        assertThat(plan().due()).containsExactly(CertificateProfile.SIGNING);
    }

    @Test
    void whatRanOutIsNotRenewed() {
        alice.clock().pass(THIRTEEN_MONTHS);
        assertThat(plan().possible()).containsExactly(CertificateProfile.ENCRYPTION);
        assertThatThrownBy(() -> prepare(begin(BOTH)))
                .isInstanceOfSatisfying(RenewalRefused.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("renewal-not-vouched"));
    }

    @Test
    void untilTheOwnerConfirmsTheOldKeysAreInForce() {
        SecurityFile before = alice.file();
        alice.clock().pass(EIGHT_MONTHS);
        SecurityFile renewed = prepare(begin(BOTH));
        assertThat(inForce(CertificateProfile.SIGNING)).isEqualTo(serial(before, CertificateProfile.SIGNING));
        assertThat(inForce(CertificateProfile.ENCRYPTION)).isEqualTo(serial(before, CertificateProfile.ENCRYPTION));
        confirm(renewed, Optional.empty());
        assertThat(inForce(CertificateProfile.SIGNING)).isEqualTo(serial(renewed, CertificateProfile.SIGNING));
        assertThat(inForce(CertificateProfile.ENCRYPTION)).isEqualTo(serial(renewed, CertificateProfile.ENCRYPTION));
        assertThat(plan().due()).isEmpty();
        assertThat(alice.acts()).endsWith(Act.PREPARE_RENEWAL, Act.RENEW);
    }

    @Test
    void theNewKeyIsInEscrowBesideTheOldAndTheFileHasBoth() {
        alice.clock().pass(EIGHT_MONTHS);
        SecurityFile renewed = prepare(begin(BOTH));
        assertThat(renewed.encryption()).hasSize(2);
        assertThat(alice.call(() -> alice.get(EscrowedKeyRepository.class)
                        .history(alice.id())
                        .size()))
                .isEqualTo(2);
    }

    @Test
    void theSigningKeyAloneLeavesTheEncryptionKeyAlone() {
        alice.clock().pass(EIGHT_MONTHS);
        String encryption = inForce(CertificateProfile.ENCRYPTION);
        confirm(prepare(begin(Set.of(CertificateProfile.SIGNING))), Optional.empty());
        assertThat(inForce(CertificateProfile.ENCRYPTION)).isEqualTo(encryption);
        assertThat(states()).containsOnly(CertificateState.ISSUED).hasSize(3);
    }

    @Test
    void theRenewedFileIsKeptWithTheConfirmationOrNotAtAll() {
        SecurityFile renewed = prepare(begin(BOTH));
        RenewalConfirmation sound = ClientRenewal.confirmation(Providers.best(), renewed);
        RenewalConfirmation forged = new RenewalConfirmation(sound.signing(), sound.encryption(), new byte[8]);
        assertThatThrownBy(() -> confirm(forged, Optional.of(new byte[] {7}))).isInstanceOf(ProofFailed.class);
        assertThat(kept()).isEmpty();
        confirm(sound, Optional.of(new byte[] {7}));
        assertThat(kept()).contains(new byte[] {7});
    }

    @Test
    void confirmingTwiceChangesNothing() {
        SecurityFile renewed = prepare(begin(BOTH));
        confirm(renewed, Optional.empty());
        List<CertificateState> states = states();
        confirm(renewed, Optional.empty());
        assertThat(states()).isEqualTo(states);
    }

    @Test
    void aRenewalThatBrokeIsBegunAgainWithTheOldFile() {
        SecurityFile lost = prepare(begin(BOTH));
        SecurityFile renewed = prepare(begin(BOTH));
        confirm(renewed, Optional.empty());
        assertThat(certificate(serial(lost, CertificateProfile.SIGNING)).revocation())
                .hasValueSatisfying(why -> assertThat(why.reason()).isEqualTo(RevocationReason.SUPERSEDED));
        assertThatThrownBy(() -> confirm(lost, Optional.empty())).isInstanceOf(RenewalRefused.class);
        assertThat(alice.acts()).contains(Act.ABANDON_RENEWAL);
    }

    @Test
    void aRenewalThatNobodyConfirmedIsGivenUpAfterAWeek() {
        SecurityFile lost = prepare(begin(BOTH));
        RenewalSweep sweep = alice.get(RenewalSweep.class);
        alice.clock().pass(RenewalSweep.PATIENCE.minusMinutes(1));
        alice.run(sweep::giveUp);
        assertThat(states()).doesNotContain(CertificateState.REVOKED);
        alice.clock().pass(Duration.ofMinutes(2));
        alice.run(sweep::giveUp);
        assertThat(certificate(serial(lost, CertificateProfile.ENCRYPTION)).state())
                .isEqualTo(CertificateState.REVOKED);
        assertThat(certificate(inForce(CertificateProfile.SIGNING)).state()).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    void aRequestGetsOldAndANoteOfTheClocksIsGiven() {
        ClientRenewal begun = begin(BOTH);
        alice.clock().pass(Vouching.SKEW.plusSeconds(1));
        assertThatThrownBy(() -> prepare(begun)).isInstanceOfSatisfying(RenewalRefused.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("renewal-outdated");
            assertThat(refusal.arguments()).containsExactly(10L);
        });
    }

    @Test
    void aChangedRequestIsNotVouchedFor() {
        RenewalRequest sent = begin(BOTH).request();
        RenewalRequest changed = new RenewalRequest(
                sent.address(), sent.madeAt(), false, sent.signingRequest(), sent.transportKey(), sent.proof());
        assertThatThrownBy(() -> alice.call(() -> renewal.prepare(changed, alice.entry())))
                .isInstanceOf(RenewalRefused.class);
        assertThat(states()).hasSize(2);
    }

    @Test
    void aRevokedMailboxRenewsNothing() {
        ClientRenewal begun = begin(BOTH);
        SecurityFile renewed = prepare(begin(BOTH));
        alice.run(() -> alice.get(MailboxRepository.class)
                .lock(alice.id())
                .orElseThrow()
                .revoke(RevocationCause.LEFT, alice.clock().instant()));
        assertThat(plan().possible()).isEmpty();
        assertThatThrownBy(() -> prepare(begun)).isInstanceOf(WrongMailboxState.class);
        assertThatThrownBy(() -> confirm(renewed, Optional.empty())).isInstanceOf(WrongMailboxState.class);
    }

    private RenewalPlan plan() {
        return alice.call(() -> renewal.plan(alice.id()));
    }

    private ClientRenewal begin(Set<CertificateProfile> which) {
        return ClientRenewal.begin(
                Providers.best(), RANDOM, alice.file(), which, alice.clock().instant());
    }

    private SecurityFile prepare(ClientRenewal begun) {
        return begun.complete(alice.call(() -> renewal.prepare(begun.request(), alice.entry())));
    }

    private void confirm(SecurityFile renewed, Optional<byte[]> epf) {
        confirm(ClientRenewal.confirmation(Providers.best(), renewed), epf);
    }

    private void confirm(RenewalConfirmation confirmation, Optional<byte[]> epf) {
        alice.run(() -> renewal.confirm(confirmation, alice.id(), epf));
    }

    private static String serial(SecurityFile file, CertificateProfile profile) {
        return Serial.of((profile == CertificateProfile.SIGNING ? file.signing() : file.currentEncryption())
                        .certificate()
                        .getSerialNumber())
                .value();
    }

    private String inForce(CertificateProfile profile) {
        return alice.call(() -> alice.get(IssuedCertificateRepository.class)
                .inForce(alice.id(), profile, alice.clock().instant())
                .orElseThrow()
                .serial()
                .value());
    }

    private IssuedCertificate certificate(String serial) {
        return alice.call(() -> alice.get(IssuedCertificateRepository.class)
                .bySerial(new Serial(serial))
                .orElseThrow());
    }

    private List<CertificateState> states() {
        return alice.call(() -> alice.get(IssuedCertificateRepository.class).history(alice.id()).stream()
                .map(IssuedCertificate::state)
                .toList());
    }

    private Optional<byte[]> kept() {
        return alice.call(
                () -> alice.get(RoamingFileRepository.class).of(alice.id()).map(RoamingFile::content));
    }
}
