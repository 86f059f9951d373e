package org.sealpost.moving;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.ApprovalOffice;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.Directory;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.issuing.Issuing;
import org.sealpost.lock.KeyRing;
import org.sealpost.lock.TestLock;
import org.sealpost.model.Act;
import org.sealpost.model.AuditEntry;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxRepository;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.Subject;
import org.sealpost.pki.TransferCertificate;
import org.sealpost.protocol.TokenCode;
import org.sealpost.recovery.AskedRecovery;
import org.sealpost.recovery.OfficersService;
import org.sealpost.recovery.RecoveryActs;
import org.sealpost.recovery.RecoveryService;
import org.sealpost.revocation.ListPublisher;
import org.sealpost.settings.ServerConfiguration;

/** One of two organisations, with a running Key Manager on a database of its own; two of its three officers open keys. */
final class House implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    final Residents residents;
    final Assembly assembly;
    final TestClock clock;
    private String login = "admin";

    /** @param domain of its addresses */
    House(String domain, TestClock clock) {
        this.clock = clock;
        residents = new Residents(domain);
        assembly = KeyManagers.assembly(Assembly.freshH2(), clock, new Caller(() -> login))
                .give(Directory.class, residents)
                .give(ListPublisher.class, new QuietPublisher())
                .give(
                        ServerConfiguration.class,
                        ServerConfiguration.from(Map.of("sealpost.encryption.key", "EC_P256")::get));
        ApprovalOffice.ownTransactions(assembly);
        RecoveryActs.of(assembly);
        Stream.of(ExportAct.class, ImportAct.class).forEach(assembly::get);
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            new TestLock(assembly).setUp(password);
        }
    }

    /** Three officers share the escrow key; any two of them open. */
    House withOfficers() {
        List<String> officers = List.of("officer1", "officer2", "officer3");
        officers.forEach(name -> enrol(name).close());
        as("admin");
        assembly.run(() -> get(OfficersService.class)
                .name(officers.stream().map(Residents::id).toList(), 2, "because", ""));
        return this;
    }

    SecurityFile enrol(String name) {
        as("admin");
        TokenCode token =
                TokenCode.parse(call(() -> get(EnablementService.class).enable(Residents.id(name)))
                        .token());
        return redeem(name, token);
    }

    /** Redeems a token, and leaves the security file on the server. */
    SecurityFile redeem(String name, TokenCode token) {
        as(name);
        try (ClientEnrolment client =
                ClientEnrolment.begin(Providers.best(), RANDOM, residents.address(name), token, KeyType.EC_P256)) {
            SecurityFile file =
                    client.complete(call(() -> get(EnrolmentService.class).enrol(client.request())));
            try (Passphrase password = password(name)) {
                byte[] epf = get(SecurityFileStore.class).seal(file, password);
                assembly.run(() -> get(RoamingService.class).store(epf));
            }
            return file;
        }
    }

    /** A further encryption key of somebody who is enrolled. */
    OwnedKey furtherKey(String name) {
        Issuing.Holder holder =
                new Issuing.Holder(Residents.id(name), new Subject(residents.address(name)), Capabilities.OWN);
        return call(() -> get(Issuing.class).encryption(holder, KeyType.EC_P256));
    }

    TransferCertificate offer() {
        return as("admin").call(() -> get(ImportService.class).offer());
    }

    /** Fingerprint of its authority, as it is told over the telephone. */
    String fingerprint() {
        return Fingerprint.of(get(KeyRing.class).publicKeys().authority()).grouped();
    }

    ExportOrder order(TransferCertificate to, String... names) {
        return new ExportOrder(
                Stream.of(names).map(residents::address).toList(),
                Certificates.der(to.certificate()),
                to.fingerprint().grouped(),
                "moves",
                "T-1");
    }

    AskedExport ask(ExportOrder order) {
        return as("admin").call(() -> get(ExportService.class).export(order));
    }

    /** Asked for, agreed to by two officers, and taken. */
    byte[] exported(TransferCertificate to, String... names) {
        AskedExport asked = ask(order(to, names));
        approved(asked.requested());
        return file(asked.export());
    }

    byte[] file(long export) {
        return as("admin").call(() -> get(ExportService.class).file(export));
    }

    Agreed approved(Requested request) {
        approve("officer1", request);
        return approve("officer3", request);
    }

    Agreed approve(String officer, Requested request) {
        as(officer);
        try (Passphrase password = password(officer)) {
            return get(RecoveryService.class).approve(request.request(), password);
        }
    }

    long look(byte[] file, House from) {
        return as("admin").call(() -> get(ImportService.class).look(file, from.fingerprint()));
    }

    List<ArrivalRow> rows(long imported) {
        return call(() -> get(ImportService.class).mailboxes(imported, Optional.empty(), 500))
                .rows();
    }

    Requested takeIn(long imported) {
        return as("admin").call(() -> get(ImportService.class).takeIn(imported, "joins us", "T-2"));
    }

    /** Looked at, asked for, agreed to by two officers. */
    long takenIn(byte[] file, House from) {
        long imported = look(file, from);
        approved(takeIn(imported));
        return imported;
    }

    byte[] receipt(long imported) {
        return as("admin").call(() -> get(ImportService.class).receipt(imported));
    }

    Confirmed confirm(byte[] receipt) {
        return as("admin").call(() -> get(ExportService.class).confirm(receipt));
    }

    /** Recovered under the quorum, and enrolled again with the token. */
    SecurityFile recovered(String name) {
        as("admin");
        AskedRecovery asked = call(() -> get(RecoveryService.class).recover(Residents.id(name), "has joined", "T-3"));
        approved(asked.requested());
        return redeem(name, TokenCode.parse(asked.code()));
    }

    Mailbox mailbox(String name) {
        return call(() -> get(MailboxRepository.class).byId(Residents.id(name))).orElseThrow();
    }

    List<EscrowedKey> escrow(String name) {
        return call(() -> get(EscrowedKeyRepository.class).history(Residents.id(name)));
    }

    /** Alters rows in the database, behind everybody's back. */
    void alter(String statement, Object... values) {
        assembly.run(() -> {
            var query = get(EntityManager.class).createNativeQuery(statement);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            query.executeUpdate();
        });
    }

    /** What the log says about an act, oldest first. */
    List<AuditRecord> log(Act act) {
        return call(() -> get(AuditRepository.class).after(0, 10_000).stream()
                .map(AuditEntry::said)
                .filter(said -> said.act() == act)
                .toList());
    }

    House as(String name) {
        login = name;
        return this;
    }

    static Passphrase password(String name) {
        return Passphrase.copyOf(name + "'s own password");
    }

    <T> T call(Supplier<T> work) {
        return assembly.inTransaction(work);
    }

    <T> T get(Class<T> type) {
        return assembly.get(type);
    }

    @Override
    public void close() {
        assembly.close();
    }
}
