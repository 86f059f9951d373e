package org.sealpost.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.Databases;
import org.sealpost.assembly.ForeignCorp;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.lock.TestLock;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.TrustTerms;
import org.sealpost.model.TrustedAuthority;
import org.sealpost.model.TrustedAuthorityRepository;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.ForeignAuthority;
import org.sealpost.pki.ForeignList;
import org.sealpost.pki.MailDomains;
import org.sealpost.pki.OwnedKey;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.MessageSealer;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.SignatureCheck;
import org.sealpost.smime.SignatureForm;
import org.sealpost.smime.SigningKey;
import org.sealpost.trust.ForeignTrust;

/** A signature from another organisation counts while its authority is trusted for the signer's domain. */
class TrustTest {
    private static final Providers PROVIDERS = Providers.best();

    private final TestClock clock = new TestClock();
    private final Assembly assembly = KeyManagers.assembly(clock, "ada");
    private final ForeignCorp partner =
            new ForeignCorp("Partner", clock.instant().minus(Duration.ofDays(1)));
    private final OwnedKey ann = partner.issue(CertificateProfile.SIGNING, "ann@partner.example", Capabilities.OWN);

    @BeforeEach
    void setUp() {
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            new TestLock(assembly).setUp(password);
        }
    }

    @AfterEach
    void close() {
        assembly.close();
    }

    private void trust(String domains) {
        assembly.run(() -> assembly.get(TrustedAuthorityRepository.class).add(authority(domains)));
    }

    private TrustedAuthority authority(String domains) {
        return new TrustedAuthority(
                ForeignAuthority.read(partner.encoded(), PROVIDERS, clock.instant()),
                new TrustTerms(MailDomains.parse(domains), "ada", clock.instant(), ""));
    }

    private void list(byte[] encoded) {
        ForeignList list = ForeignList.read(encoded, partner.certificate(), PROVIDERS, clock.instant());
        assembly.run(() -> {
            TrustedAuthorityRepository all = assembly.get(TrustedAuthorityRepository.class);
            TrustedAuthority authority = all.lock(1L).orElseThrow();
            authority.take(list, clock.instant(), false);
            all.keep(authority, list);
        });
    }

    private OpenedMessage open() {
        byte[] message = ("From: ann@partner.example\r\nTo: alice@corp.example\r\nSubject: Plans\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (SigningKey key = new SigningKey(ann, List.of(), Capabilities.OWN, PROVIDERS)) {
            new MessageSealer(PROVIDERS, new SecureRandom(), clock)
                    .sign(MessageSource.of(message), key, SignatureForm.CLEAR, signed);
            return assembly.inTransaction(() -> read(MessageSource.of(signed.toByteArray())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private OpenedMessage read(MessageSource message) {
        try {
            return new MessageOpener(PROVIDERS)
                    .open(message, List.of(), assembly.get(Trust.class).policy(clock.instant()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String said(SignatureCheck.Kind kind) {
        return open().signatures().get(0).check(kind).finding().code();
    }

    @Test
    void aStrangersSignatureCountsWhenTheAuthorityIsTrustedAndItsListIsThere() {
        assertThat(open().signaturesHold()).isFalse();
        assertThat(said(SignatureCheck.Kind.CHAIN)).isEqualTo("chain-untrusted");
        assertThat(open().signatures().get(0).intact()).isTrue();
        trust("partner.example");
        assertThat(said(SignatureCheck.Kind.CHAIN)).isEqualTo("chain-trusted");
        assertThat(said(SignatureCheck.Kind.REVOKED)).isEqualTo("crl-missing");
        list(partner.list(clock.instant()));
        assertThat(open().signaturesHold()).isTrue();
    }

    @Test
    void untrustingTakesEffectWithTheNextCheck() {
        trust("partner.example");
        list(partner.list(clock.instant()));
        assertThat(open().signaturesHold()).isTrue();
        assembly.run(() -> assembly.get(TrustedAuthorityRepository.class)
                .lock(1L)
                .orElseThrow()
                .untrust("eve", clock.instant(), "broken"));
        assertThat(open().signaturesHold()).isFalse();
        assertThat(said(SignatureCheck.Kind.CHAIN)).isEqualTo("chain-untrusted");
    }

    @Test
    void aNewListTakesEffectWithTheNextCheck() {
        trust("partner.example");
        list(partner.list(clock.instant()));
        assertThat(open().signaturesHold()).isTrue();
        clock.pass(Duration.ofMinutes(1));
        list(partner.list(clock.instant(), ann.certificate()));
        assertThat(said(SignatureCheck.Kind.REVOKED)).isEqualTo("revoked");
        clock.pass(Duration.ofDays(2));
        assertThat(said(SignatureCheck.Kind.REVOKED)).isEqualTo("revoked");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anotherServerSeesTheEndOfTrustWithItsNextCheck(Databases kind) {
        DataSource database = kind.fresh();
        try (Assembly one = KeyManagers.assembly(clock, "ada", database)) {
            one.run(() -> one.get(TrustedAuthorityRepository.class).add(authority("partner.example")));
            assertThat(trusted(one)).isEqualTo(1);
            try (Assembly successor = KeyManagers.assembly(clock, "eve", database)) {
                assertThat(trusted(successor)).isEqualTo(1);
                successor.run(() -> successor
                        .get(TrustedAuthorityRepository.class)
                        .lock(1L)
                        .orElseThrow()
                        .untrust("eve", clock.instant(), "broken"));
            }
            assertThat(trusted(one)).isZero();
        }
    }

    private static int trusted(Assembly server) {
        return server.inTransaction(() -> server.get(ForeignTrust.class).now()).size();
    }

    @ParameterizedTest
    @CsvSource({
        "partner.example, chain-trusted",
        ".partner.example, names-out-of-bounds",
        "other.example, names-out-of-bounds"
    })
    void itCountsForTheDomainsThatWerePermittedOnly(String domains, String code) {
        trust(domains);
        assertThat(said(SignatureCheck.Kind.CHAIN)).isEqualTo(code);
    }
}
