package org.sealpost.lookup;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Passphrase;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.directory.TestDirectory;
import org.sealpost.issuing.Issuing;
import org.sealpost.lock.TestLock;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.Serial;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.Subject;
import org.sealpost.settings.LookupConfiguration;

/** The sample organisation: its real directory, a Key Manager on a database, and certificates that tests issue. */
public final class Organisation implements AutoCloseable {
    public final TestClock clock = new TestClock();
    public final TestDirectory people;
    private final Assembly assembly;

    public Organisation() throws Exception {
        people = TestDirectory.sample();
        assembly = KeyManagers.assembly(clock, "ada")
                .give(Directory.class, people.directory())
                .give(LookupConfiguration.class, new LookupConfiguration(true));
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            new TestLock(assembly).setUp(password);
        }
    }

    /** A part of the product. */
    public <T> T get(Class<T> type) {
        return assembly.get(type);
    }

    /** Closed to strangers. */
    Organisation closed() {
        assembly.give(LookupConfiguration.class, new LookupConfiguration(false));
        return this;
    }

    /** An encryption certificate for the directory's address of that login. */
    public X509Certificate encryption(String login) {
        return encryption(login, entry(login).address());
    }

    /** An encryption certificate of that login's mailbox for any address. */
    X509Certificate encryption(String login, String address) {
        return inTransaction(() -> assembly.get(Issuing.class)
                .encryption(holder(login, address), KeyType.EC_P256)
                .certificate());
    }

    X509Certificate signing(String login) {
        return inTransaction(() -> assembly.get(Issuing.class)
                .signing(
                        holder(login, entry(login).address()),
                        assembly.get(KeyPairs.class).generate(KeyType.EC_P256).getPublic()));
    }

    public void revoke(X509Certificate certificate) {
        assembly.run(() -> assembly.get(IssuedCertificateRepository.class)
                .bySerial(Serial.of(certificate.getSerialNumber()))
                .orElseThrow()
                .revoke(RevocationReason.SUPERSEDED, clock.instant(), Optional.empty()));
    }

    <T> T inTransaction(Supplier<T> work) {
        return assembly.inTransaction(work);
    }

    private Issuing.Holder holder(String login, String address) {
        MailboxRepository mailboxes = assembly.get(MailboxRepository.class);
        DirectoryEntry entry = entry(login);
        if (mailboxes.byId(entry.id()).isEmpty()) {
            mailboxes.add(new Mailbox(entry.id(), entry.address(), clock.instant()));
        }
        return new Issuing.Holder(entry.id(), new Subject(address), Capabilities.OWN);
    }

    private DirectoryEntry entry(String login) {
        return people.directory().byLogin(login).orElseThrow();
    }

    @Override
    public void close() {
        assembly.close();
        people.close();
    }
}
