package org.sealpost.revocation;

import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.Staff;
import org.sealpost.assembly.TestClock;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Passphrase;
import org.sealpost.directory.Directory;
import org.sealpost.issuing.Issuing;
import org.sealpost.lease.Lease;
import org.sealpost.lock.KeyRing;
import org.sealpost.lock.TestLock;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.ApprovalPolicyRepository;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.ChosenPolicy;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.SensitiveVerb;
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
    private final Staff staff = new Staff().give("olga", "recovery-officer");
    private String login = "admin";
    final Assembly assembly = KeyManagers.assembly(Assembly.freshH2(), clock, new Caller(() -> login))
            .give(Directory.class, staff);
    final TestLock lock = new TestLock(assembly);
    final Publisher publisher = new Publisher();
    private final RevocationService service;

    Bureau() {
        publisher.lease = assembly.get(Lease.class);
        publisher.keys = assembly.get(KeyRing.class);
        publisher.lists = assembly.get(RevocationLists.class);
        service = assembly.give(ListPublisher.class, publisher).get(RevocationService.class);
        assembly.get(RevokeAct.class);
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            lock.setUp(password);
        }
    }

    Requested revoke(Revocation revocation) {
        return assembly.inTransaction(() -> service.revoke(ALICE, revocation, ""));
    }

    /** Needs that many officers to revoke from now on. */
    void policy(int people) {
        ApprovalPolicy policy = ApprovalPolicy.standard(SensitiveVerb.REVOKE).atLeast(people);
        assembly.run(() ->
                assembly.get(ApprovalPolicyRepository.class).add(new ChosenPolicy(policy, "set-up", clock.instant())));
    }

    /** An officer agrees. */
    Agreed agree(Requested requested) {
        login = "olga";
        try {
            return assembly.inTransaction(() -> assembly.get(Approvals.class).approve(requested.request(), () -> {}));
        } finally {
            login = "admin";
        }
    }

    /** An administrator starts it again after a stop. */
    void start() {
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            lock.start(password);
        }
    }

    /** How many entries the log has of that act. */
    int entries(Act act) {
        AuditQuery query = new AuditQuery(act, null, "", "", AuditQuery.Span.ALWAYS);
        return assembly.inTransaction(() -> assembly.get(AuditRepository.class)
                .page(query, Optional.empty(), 50)
                .rows()
                .size());
    }

    /** What the log says about revoking alice. */
    List<AuditRecord> revocations() {
        AuditQuery query = new AuditQuery(Act.REVOKE, null, "alice", "", AuditQuery.Span.ALWAYS);
        return assembly
                .inTransaction(() -> assembly.get(AuditRepository.class)
                        .page(query, Optional.empty(), 5)
                        .rows())
                .stream()
                .map(entry -> entry.said())
                .toList();
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
        return Certificates.parseCrl(current().delta());
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
            Subject subject = new Subject("alice@corp.example");
            return assembly.get(Issuing.class)
                    .encryption(new Issuing.Holder(ALICE, subject, Capabilities.OWN), KeyType.EC_P256);
        });
    }
}
