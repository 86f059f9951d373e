package org.sealpost.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;
import org.sealpost.mailbox.Standings.Standing;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.TokenTerms;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.Subject;
import org.sealpost.sending.RecipientStatus;

class StandingsTest {
    private static final Instant NOW = PostOffice.CLOCK.instant();
    private static final Duration DAY = Duration.ofDays(1);
    private static final MailboxId BOB = new MailboxId("bob-id");
    private static final KeyPair PAIR = new KeyPairs(PostOffice.PROVIDERS, PostOffice.RANDOM).generate(KeyType.EC_P256);

    private final Assembly assembly =
            new Assembly().give(Clock.class, PostOffice.CLOCK).give(Providers.class, PostOffice.PROVIDERS);
    private final Standings standings = assembly.get(Standings.class);

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void aMailboxThatWasNeverEnabledIsNotEnabled() {
        assertThat(bob().status()).isEqualTo(RecipientStatus.NOT_ENABLED);
        assertThat(standings.of(List.of())).isEmpty();
    }

    @Test
    void aTokenAloneEnablesNobody() {
        mailbox(mailbox -> {});
        assertThat(bob().status()).isEqualTo(RecipientStatus.NOT_ENABLED);
    }

    @Test
    void oneGoodCertificateIsEnoughWhateverTheOthersAre() {
        mailbox(mailbox -> mailbox.enable(NOW));
        revoke(certificate(1, NOW.minus(DAY), Capabilities.OWN));
        certificate(2, NOW.minus(DAY.multipliedBy(900)), Capabilities.OWN);
        certificate(3, NOW.minus(DAY.multipliedBy(2)), Capabilities.STANDARD);

        assertThat(bob()).isEqualTo(new Standing(RecipientStatus.ENABLED, Optional.of(Capabilities.STANDARD)));
    }

    @Test
    void theNewestGoodCertificateCounts() {
        mailbox(mailbox -> mailbox.enable(NOW));
        certificate(1, NOW.minus(DAY.multipliedBy(2)), Capabilities.STANDARD);
        certificate(2, NOW.minus(DAY), Capabilities.OWN);
        assertThat(bob().reads()).contains(Capabilities.OWN);
    }

    @Test
    void whoseCertificatesRanOutIsNotEnabled() {
        mailbox(mailbox -> mailbox.enable(NOW));
        certificate(1, NOW.minus(DAY.multipliedBy(900)), Capabilities.OWN);
        assertThat(bob().status()).isEqualTo(RecipientStatus.NOT_ENABLED);
    }

    @Test
    void whoIsRevokedIsRevoked() {
        mailbox(mailbox -> {
            mailbox.enable(NOW);
            mailbox.revoke(RevocationCause.LEFT, NOW);
        });
        revoke(certificate(1, NOW.minus(DAY), Capabilities.OWN));
        assertThat(bob()).isEqualTo(new Standing(RecipientStatus.REVOKED, Optional.empty()));
    }

    @Test
    void onlyTheMailboxsOwnCertificateInForceSigns() {
        mailbox(mailbox -> mailbox.enable(NOW));
        IssuedCertificate good = certificate(1, NOW.minus(DAY), Capabilities.OWN);
        IssuedCertificate old = certificate(2, NOW.minus(DAY.multipliedBy(900)), Capabilities.OWN);
        IssuedCertificate revoked = certificate(3, NOW.minus(DAY), Capabilities.OWN);
        revoke(revoked);

        assertThat(signs(BOB, good)).isTrue();
        assertThat(signs(new MailboxId("alice-id"), good)).isFalse();
        assertThat(signs(BOB, old)).isFalse();
        assertThat(signs(BOB, revoked)).isFalse();
        assertThat(standings.signs(BOB, BigInteger.valueOf(99))).isFalse();
    }

    private boolean signs(MailboxId mailbox, IssuedCertificate certificate) {
        return standings.signs(mailbox, certificate.serial().number());
    }

    private Standing bob() {
        return standings.of(List.of(BOB)).values().iterator().next();
    }

    private void mailbox(Consumer<Mailbox> life) {
        Mailbox mailbox = new Mailbox(BOB, "bob@corp.example", NOW);
        mailbox.issueToken(new TokenTerms(new byte[32], "ada", NOW, NOW.plus(DAY)));
        life.accept(mailbox);
        assembly.run(() -> assembly.get(MailboxRepository.class).add(mailbox));
    }

    private IssuedCertificate certificate(int serial, Instant from, Capabilities reads) {
        CertificateOrder order = new CertificateOrder(
                CertificateProfile.ENCRYPTION,
                new Subject("bob@corp.example"),
                PAIR.getPublic(),
                BigInteger.valueOf(serial),
                from,
                reads);
        IssuedCertificate certificate = new IssuedCertificate(BOB, order, from.plus(DAY.multipliedBy(500)));
        certificate.issue(new byte[] {1});
        assembly.run(() -> standings.certificates.add(certificate));
        return certificate;
    }

    private void revoke(IssuedCertificate certificate) {
        assembly.run(() -> standings
                .certificates
                .bySerial(certificate.serial())
                .orElseThrow()
                .revoke(RevocationReason.KEY_COMPROMISE, NOW, Optional.empty()));
    }
}
