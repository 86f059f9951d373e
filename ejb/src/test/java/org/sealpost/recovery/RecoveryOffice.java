package org.sealpost.recovery;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.audit.Caller;
import org.sealpost.backup.TestBackups;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.Directory;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.enrolment.IssuedToken;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.lock.TestLock;
import org.sealpost.model.Act;
import org.sealpost.model.AuditEntry;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Serial;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.TokenCode;
import org.sealpost.settings.ServerConfiguration;

/** A running Key Manager whose officers and one user are enrolled; whoever is to act is logged in by name. */
final class RecoveryOffice implements AutoCloseable {
    static final MailboxId ALICE = new MailboxId("id-alice");

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String START_UP = "correct horse battery";

    final TestClock clock;
    final Assembly assembly;
    private String login = "admin";

    RecoveryOffice() {
        this(Path.of("nowhere"));
    }

    /** One that can be backed up below that folder. */
    RecoveryOffice(Path data) {
        this(new TestClock(), data, Assembly.freshH2());
        try (Passphrase password = Passphrase.copyOf(START_UP)) {
            new TestLock(assembly).setUp(password);
        }
    }

    private RecoveryOffice(TestClock clock, Path data, DataSource database) {
        this.clock = clock;
        assembly = KeyManagers.assembly(database, clock, new Caller(() -> login))
                .give(Directory.class, new People())
                .give(
                        ServerConfiguration.class,
                        ServerConfiguration.from(
                                Map.of("sealpost.encryption.key", "EC_P256", "sealpost.data", data.toString())::get));
        Stream.of(RecoverAct.class, ReleaseAct.class, NameOfficersAct.class, DrillAct.class, RotateAct.class)
                .forEach(assembly::get);
    }

    /** Another server, into which a backup of this one was restored at the same moment. */
    RecoveryOffice restored(Path data, DataSource database) {
        String name = new TestBackups(assembly).make();
        RecoveryOffice other = new RecoveryOffice(clock, data, database);
        new TestBackups(other.assembly).restore(name, START_UP);
        return other;
    }

    /** Enables and enrols somebody, and leaves the security file on the server. */
    SecurityFile enrol(String name) {
        as("admin");
        IssuedToken token = call(() -> get(EnablementService.class).enable(id(name)));
        as(name);
        return redeem(name, TokenCode.parse(token.token()));
    }

    /** Redeems a token and leaves the security file on the server. */
    SecurityFile redeem(String name, TokenCode token) {
        as(name);
        try (ClientEnrolment client = ClientEnrolment.begin(
                Providers.best(), RANDOM, People.entry(name).address(), token, KeyType.EC_P256)) {
            SecurityFile file =
                    client.complete(call(() -> get(EnrolmentService.class).enrol(client.request())));
            try (Passphrase password = password(name)) {
                byte[] epf = get(SecurityFileStore.class).seal(file, password);
                assembly.run(() -> get(RoamingService.class).store(epf));
            }
            return file;
        }
    }

    void enrolOfficers(int count) {
        for (int i = 1; i <= count; i++) {
            enrol("officer" + i).close();
        }
    }

    Requested name(int needed, String... officers) {
        as("admin");
        List<MailboxId> people = Stream.of(officers).map(RecoveryOffice::id).toList();
        return call(() -> get(OfficersService.class).name(people, needed, "because", ""));
    }

    Requested askDrill() {
        as("admin");
        return call(() -> get(RecoveryService.class).drill("yearly", "T-3"));
    }

    Requested askRotation() {
        as("admin");
        return call(() -> get(RecoveryService.class).rotate("yearly", "T-4"));
    }

    /** An officer goes on with a rotation that was broken off. */
    void goOn(String officer) {
        as(officer);
        try (Passphrase password = password(officer)) {
            assembly.run(() -> get(RecoveryService.class).goOn(password));
        }
    }

    /** What the log says about an act, oldest first. */
    List<AuditRecord> log(Act act) {
        AuditQuery query = new AuditQuery(act, null, "", "", AuditQuery.Span.ALWAYS);
        return call(() -> get(AuditRepository.class).page(query, Optional.empty(), 50)).rows().stream()
                .sorted(Comparator.comparingLong(AuditEntry::number))
                .map(AuditEntry::said)
                .toList();
    }

    /** Alters a row of the escrow in the database, behind everybody's back. */
    void damage(Serial serial, byte[] sealed) {
        assembly.run(() -> get(EntityManager.class)
                .createNativeQuery("update escrowed_key set sealed = ?1 where serial = ?2")
                .setParameter(1, sealed)
                .setParameter(2, serial.value())
                .executeUpdate());
    }

    AskedRecovery askRecovery() {
        as("admin");
        return call(() -> get(RecoveryService.class).recover(ALICE, "lost the file", "T-1"));
    }

    Agreed approve(String officer, Requested request) {
        as(officer);
        try (Passphrase password = password(officer)) {
            return call(() -> get(RecoveryService.class).approve(request.request(), password));
        }
    }

    RecoveryOffice as(String name) {
        login = name;
        return this;
    }

    static MailboxId id(String name) {
        return People.entry(name).id();
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
