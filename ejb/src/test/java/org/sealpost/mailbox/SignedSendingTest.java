package org.sealpost.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.mailbox.PostOffice.CLOCK;
import static org.sealpost.mailbox.PostOffice.FILES;
import static org.sealpost.mailbox.PostOffice.PROVIDERS;
import static org.sealpost.mailbox.PostOffice.RANDOM;
import static org.sealpost.mailbox.PostOffice.draft;

import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Passphrase;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.WrongPassword;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Finding;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.PathCheck;
import org.sealpost.pki.Subject;
import org.sealpost.sending.SendingOptions;
import org.sealpost.settings.MailConfiguration;
import org.sealpost.smime.HeaderProtection;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;
import org.sealpost.smime.SignatureCheck;

/** The signature is made in the request, with the sender's own security file. */
class SignedSendingTest {
    private static final KeyPairs PAIRS = new KeyPairs(PROVIDERS, RANDOM);
    private static final CertificateAuthority AUTHORITY = authority();
    private static final Draft DRAFT =
            draft(List.of("bob@corp.example"), List.of(), List.of(), new SendingOptions(false, true));

    private PostOffice office;
    private byte[] epf;

    @BeforeEach
    void open() throws Exception {
        office = new PostOffice().enabled("alice", "bob");
        try (SecurityFile file = new SecurityFile(
                        "alice@corp.example",
                        key(CertificateProfile.SIGNING),
                        List.of(key(CertificateProfile.ENCRYPTION)),
                        List.of(AUTHORITY.certificate()));
                Passphrase password = Passphrase.copyOf("correct horse")) {
            epf = FILES.seal(file, password);
            office.signing.add(file.signing().certificate().getSerialNumber());
        }
        office.roamingFile = Optional.of(epf);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theRoamingCopySignsAndTheSignatureHolds() throws Exception {
        send("correct horse", Optional.empty());

        OpeningPolicy policy = new OpeningPolicy(
                EnumSet.allOf(EncryptionFormat.class),
                new PathCheck(PROVIDERS, List.of(AUTHORITY.certificate()), List.of()),
                CLOCK.instant());
        try (OpenedMessage opened =
                new MessageOpener(PROVIDERS).open(office.sent.get(0).message(), List.of(), policy)) {
            assertThat(opened.signatures()).singleElement().satisfies(signature -> {
                assertThat(signature.intact()).isTrue();
                assertThat(signature.check(SignatureCheck.Kind.ADDRESS).outcome())
                        .isEqualTo(Finding.Outcome.OK);
                assertThat(signature.check(SignatureCheck.Kind.CHAIN).outcome()).isEqualTo(Finding.Outcome.OK);
            });
        }
        assertThat(office.sent.get(0).terms().signs()).isTrue();
    }

    /** Encrypted later, the message must not tell outside what is hidden, and the job's row neither. */
    @Test
    void aHiddenSubjectIsInsideTheSignatureAlone() throws Exception {
        office.sending.outgoing.configuration = new MailConfiguration(true);
        send("correct horse", Optional.empty(), new SendingOptions(true, true));
        assertThat(office.sent.get(0).terms().subject()).isEqualTo(HeaderProtection.HIDDEN_SUBJECT);
        assertThat(office.text()).startsWith("From: ").contains("\r\nSubject: [...]\r\n", "hp=\"cipher\"");
    }

    /** Signed alone it is open anyway, and protected from change. */
    @Test
    void theHeaderOfASignedMessageIsSignedToo() throws Exception {
        office.sending.outgoing.configuration = new MailConfiguration(true);
        send("correct horse", Optional.empty());
        assertThat(office.sent.get(0).terms().subject()).isEqualTo("Plans");
        assertThat(office.text()).contains("hp=\"clear\"").doesNotContain("[...]", "HP-Outer");
    }

    @Test
    void aFileGivenWithTheRequestSignsAsWell() {
        office.roamingFile = Optional.empty();
        send("correct horse", Optional.of(epf));
        assertThat(office.sent).hasSize(1);
    }

    @Test
    void withoutAnyFileThereIsNothingToSignWith() {
        office.roamingFile = Optional.empty();
        assertThatThrownBy(() -> send("correct horse", Optional.empty())).isInstanceOf(NoSecurityFile.class);
        assertThat(office.sent).isEmpty();
    }

    @Test
    void aWrongPasswordSendsNothing() {
        assertThatThrownBy(() -> send("wrong horse", Optional.empty())).isInstanceOf(WrongPassword.class);
        assertThat(office.sent).isEmpty();
    }

    @Test
    void noPasswordSendsNothing() {
        assertThatThrownBy(() -> office.sending.send(DRAFT, Optional.empty(), Optional.empty()))
                .isInstanceOf(PasswordNeeded.class);
        assertThat(office.sent).isEmpty();
    }

    @Test
    void aFileWhoseCertificateIsNoLongerInForceSendsNothing() {
        office.signing.clear();
        assertThatThrownBy(() -> send("correct horse", Optional.empty()))
                .isInstanceOfSatisfying(OutdatedSecurityFile.class, outdated -> assertThat(outdated.arguments())
                        .containsExactly("alice@corp.example"));
        assertThat(office.sent).isEmpty();
    }

    private void send(String password, Optional<byte[]> file) {
        send(password, file, new SendingOptions(false, true));
    }

    private void send(String password, Optional<byte[]> file, SendingOptions options) {
        Draft draft = draft(List.of("bob@corp.example"), List.of(), List.of(), options);
        try (Passphrase passphrase = Passphrase.copyOf(password)) {
            office.sending.send(draft, Optional.empty(), Optional.of(new PasswordEntry(passphrase, file)));
        }
    }

    private static OwnedKey key(CertificateProfile profile) {
        KeyPair pair = PAIRS.generate(KeyType.EC_P256);
        return new OwnedKey(
                pair.getPrivate(),
                AUTHORITY.issue(new CertificateOrder(
                        profile,
                        new Subject("alice@corp.example"),
                        pair.getPublic(),
                        CertificateOrder.newSerial(RANDOM),
                        CLOCK.instant().minus(Duration.ofDays(1)),
                        Capabilities.OWN)));
    }

    private static CertificateAuthority authority() {
        OwnedKey root = CertificateAuthority.createRoot(
                PROVIDERS,
                PAIRS,
                new CertificateAuthority.RootOrder(
                        "Corp",
                        KeyType.EC_P256,
                        CertificateOrder.newSerial(RANDOM),
                        CLOCK.instant().minus(Duration.ofDays(9))));
        return new CertificateAuthority(
                PROVIDERS,
                root,
                new CertificateAuthority.Addresses(
                        URI.create("http://localhost/pki/crl"),
                        URI.create("http://localhost/pki/delta"),
                        URI.create("http://localhost/pki/ocsp"),
                        URI.create("http://localhost/pki/ca")));
    }
}
