package org.sealpost.revocation;

import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Passphrase;
import org.sealpost.issuing.Issuing;
import org.sealpost.lock.KeyRing;
import org.sealpost.lock.TestLock;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.TokenTerms;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.Subject;

/** A running Key Manager with one enabled mailbox to revoke, whose lists are signed when a test says so. */
final class Bureau implements AutoCloseable {
    static final MailboxId ALICE = new MailboxId("alice-id");
    static final Revocation LEFT = new Revocation(RevocationCause.LEFT, Optional.empty(), "Has retired");

    final TestClock clock = new TestClock();
    final Assembly assembly = KeyManagers.assembly(clock, "admin");
    final TestLock lock = new TestLock(assembly);
    final Publisher publisher = new Publisher();
    private final RevocationService service;

    Bureau() {
        publisher.keys = assembly.get(KeyRing.class);
        publisher.lists = assembly.get(RevocationLists.class);
        service = assembly.give(ListPublisher.class, publisher).get(RevocationService.class);
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            lock.setUp(password);
        }
    }

    void revoke(Revocation revocation) {
        assembly.run(() -> service.revoke(ALICE, revocation));
    }

    MailboxState state() {
        return assembly.inTransaction(() ->
                assembly.get(MailboxRepository.class).byId(ALICE).orElseThrow().state());
    }

    CurrentList current() {
        return assembly.inTransaction(() -> service.currentList().orElseThrow());
    }

    /** The complete list. */
    X509CRL list() {
        return Certificates.parseCrl(current().encoded());
    }

    X509CRL delta() {
        return Certificates.parseCrl(current().delta().orElseThrow());
    }

    X509Certificate authority() {
        return assembly.get(KeyRing.class).publicKeys().authority();
    }

    @Override
    public void close() {
        assembly.close();
    }

    /** Counts what the container's timer would do after the commit. */
    final class Publisher extends ListPublisher {
        int asked;

        @Override
        public void soon() {
            asked++;
        }

        @Override
        void renew() {
            assembly.run(super::renew);
        }
    }

    /** Enables alice; her encryption key with its certificate. */
    OwnedKey enable() {
        return assembly.inTransaction(() -> {
            Mailbox mailbox = new Mailbox(ALICE, "alice@corp.example", clock.instant());
            assembly.get(MailboxRepository.class).add(mailbox);
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
}
