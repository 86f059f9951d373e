package org.sealpost.certification;

import java.io.IOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.lock.TestLock;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.CertificateState;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.model.Serial;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.TokenCode;
import org.sealpost.revocation.ListPublisher;
import org.sealpost.settings.ServerConfiguration;

/** A running Key Manager whose desk answers messages, and an administrator who hands tokens out for alice. */
final class Desk implements AutoCloseable {
    static final DirectoryEntry ALICE =
            new DirectoryEntry(new MailboxId("id-alice"), "alice@corp.example", "Alice", "alice", "", false);

    static final DirectoryEntry BOB =
            new DirectoryEntry(new MailboxId("id-bob"), "bob@corp.example", "Bob", "bob", "", false);

    final TestClock clock;
    private final Assembly assembly;
    private final TestLock lock;

    Desk() {
        this(new TestClock());
    }

    Desk(TestClock clock) {
        this.clock = clock;
        assembly = KeyManagers.assembly(clock, "admin");
        assembly.give(Directory.class, new People())
                .give(ListPublisher.class, new Silent())
                .give(
                        ServerConfiguration.class,
                        ServerConfiguration.from(name -> name.equals("sealpost.encryption.key") ? "EC_P256" : null));
        lock = new TestLock(assembly);
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            lock.setUp(password);
        }
    }

    private static final class People extends Directory {
        @Override
        public Optional<DirectoryEntry> byId(MailboxId id) {
            return Optional.of(ALICE).filter(entry -> entry.id().equals(id));
        }

        @Override
        public Optional<DirectoryEntry> byLogin(String login) {
            return Stream.of(ALICE, BOB)
                    .filter(entry -> entry.login().equals(login))
                    .findFirst();
        }

        @Override
        public boolean knows(String login, Passphrase password) {
            return new String(password.expose()).equals(login + "-sample");
        }
    }

    private static final class Silent extends ListPublisher {
        @Override
        public void soon() {
            // nobody reads the list here
        }
    }

    TokenCode token() {
        return TokenCode.parse(assembly.inTransaction(
                        () -> assembly.get(EnablementService.class).enable(ALICE.id()))
                .token());
    }

    /** What the desk answers. */
    Answer answer(byte[] message) throws IOException {
        return Answer.of(octets(message));
    }

    /** One at a time: the test's transactions belong to one thread. */
    synchronized byte[] octets(byte[] message) {
        return assembly.inTransaction(
                () -> assembly.get(CmpDesk.class).answer(message, refusal -> "In words: " + refusal.code()));
    }

    /** What the desk of EST does. */
    <T> T est(Function<EstDesk, T> work) {
        return assembly.inTransaction(() -> work.apply(assembly.get(EstDesk.class)));
    }

    Program program() {
        return new Program(clock.instant());
    }

    /** A new key pair for signing. */
    static KeyPair pair() {
        return new KeyPairs(Providers.best(), new SecureRandom()).generate(KeyType.EC_P256);
    }

    /** Somebody who has enrolled and confirmed. */
    Enrolled enrolled() throws Exception {
        TokenCode token = token();
        KeyPair signing = pair();
        Answer answer = answer(program()
                .implicit()
                .mac(
                        Wishes.request(PKIBody.TYPE_INIT_REQ, Wishes.own(0, signing, ALICE.address()), Wishes.made(1)),
                        token.reference().text(),
                        token.text()));
        KeyPair encryption =
                new KeyPair(answer.certificate(1).getPublicKey(), answer.keySealedToSecret(1, token.text()));
        return new Enrolled(signing, answer.certificate(0), encryption, answer.certificate(1));
    }

    /** Both keys with their certificates. */
    record Enrolled(
            KeyPair signing, X509Certificate certificate, KeyPair encryption, X509Certificate encryptionCertificate) {}

    void stop() {
        lock.stop();
    }

    void later(Duration time) {
        clock.pass(time);
    }

    void sweep() {
        assembly.run(() -> assembly.get(CmpTransactions.class).giveUpOverdue(100));
    }

    CertificateState state(X509Certificate certificate) {
        return assembly.inTransaction(() -> assembly.get(IssuedCertificateRepository.class)
                .bySerial(Serial.of(certificate.getSerialNumber()))
                .orElseThrow()
                .state());
    }

    List<CertificateState> states() {
        return assembly.inTransaction(() -> assembly.get(IssuedCertificateRepository.class).history(ALICE.id()).stream()
                .map(one -> one.state())
                .toList());
    }

    MailboxState mailbox() {
        return assembly.inTransaction(() -> assembly.get(MailboxRepository.class)
                .byId(ALICE.id())
                .orElseThrow()
                .state());
    }

    int triesLeft() {
        return assembly.inTransaction(() -> assembly.get(OneTimeTokenRepository.class)
                .history(ALICE.id(), 1)
                .get(0)
                .triesLeft());
    }

    /** Act, outcome and actor of each entry of the log, the newest first. */
    List<String> log() {
        return assembly.inTransaction(
                () -> assembly.get(AuditRepository.class).page(AuditQuery.ALL, Optional.empty(), 50).rows().stream()
                        .map(entry -> entry.said().act() + " " + entry.said().outcome() + " "
                                + entry.said().actor())
                        .toList());
    }

    @Override
    public void close() {
        assembly.close();
    }
}
