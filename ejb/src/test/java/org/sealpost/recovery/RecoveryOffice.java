package org.sealpost.recovery;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.audit.Caller;
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
import org.sealpost.model.MailboxId;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.TokenCode;
import org.sealpost.settings.ServerConfiguration;

/** A running Key Manager whose officers and one user are enrolled; whoever is to act is logged in by name. */
final class RecoveryOffice implements AutoCloseable {
    static final MailboxId ALICE = new MailboxId("id-alice");

    private static final SecureRandom RANDOM = new SecureRandom();

    final TestClock clock = new TestClock();
    final Assembly assembly;
    private String login = "admin";

    RecoveryOffice() {
        assembly = KeyManagers.assembly(clock, "admin")
                .give(Caller.class, new Caller(() -> login))
                .give(Directory.class, new People())
                .give(SecurityFileStore.class, new SecurityFileStore(Providers.best(), RANDOM))
                .give(
                        ServerConfiguration.class,
                        ServerConfiguration.from(name -> name.equals("sealpost.encryption.key") ? "EC_P256" : null));
        assembly.give(Instance.class, new Acts()).give(Event.class, nobodyListens());
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            new TestLock(assembly).setUp(password);
        }
    }

    private static Event<?> nobodyListens() {
        return (Event<?>) Proxy.newProxyInstance(
                RecoveryOffice.class.getClassLoader(), new Class<?>[] {Event.class}, (event, method, given) -> null);
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

    /** What the container finds: the acts of this package. */
    private final class Acts implements Instance<ApprovedAct> {
        private final List<Class<? extends ApprovedAct>> types =
                List.of(RecoverAct.class, ReleaseAct.class, NameOfficersAct.class, DrillAct.class, RotateAct.class);

        @Override
        public Iterator<ApprovedAct> iterator() {
            return types.stream().<ApprovedAct>map(assembly::get).iterator();
        }

        @Override
        public Stream<ApprovedAct> stream() {
            return types.stream().map(assembly::get);
        }

        @Override
        public ApprovedAct get() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instance<ApprovedAct> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends ApprovedAct> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends ApprovedAct> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isUnsatisfied() {
            return false;
        }

        @Override
        public boolean isAmbiguous() {
            return true;
        }

        @Override
        public void destroy(ApprovedAct instance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Handle<ApprovedAct> getHandle() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<? extends Handle<ApprovedAct>> handles() {
            return List.of();
        }
    }
}
