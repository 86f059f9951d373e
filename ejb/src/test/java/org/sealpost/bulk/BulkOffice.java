package org.sealpost.bulk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Passphrase;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.TokenDesk;
import org.sealpost.issuing.Issuing;
import org.sealpost.lock.TestLock;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkVerb;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.model.TokenTerms;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.Subject;
import org.sealpost.revocation.ListPublisher;
import org.sealpost.settings.ServerConfiguration;

/** A running Key Manager with many people, whose pairs are EC; each step of a run is a transaction, as the container has it. */
final class BulkOffice implements AutoCloseable {
    private static final String PASSWORD = "correct horse battery";

    final TestClock clock = new TestClock();
    final ManyPeople people;
    final Assembly assembly;
    final TestLock lock;
    final Publisher publisher = new Publisher();
    private final DyingDesk desk;
    private String login = "ada";

    /** On a fresh database, set up. */
    BulkOffice(int people) {
        this(Assembly.freshH2(), people);
        setUp();
    }

    /** On that database, locked as after a start. */
    BulkOffice(DataSource database, int people) {
        this.people = new ManyPeople(people);
        assembly = KeyManagers.assembly(database, clock, new Caller(() -> login));
        assembly.give(Directory.class, this.people)
                .give(ListPublisher.class, publisher)
                .give(
                        ServerConfiguration.class,
                        ServerConfiguration.from(name -> name.equals("sealpost.encryption.key") ? "EC_P256" : null));
        desk = new DyingDesk(assembly.get(TokenDesk.class));
        assembly.give(TokenDesk.class, desk);
        assembly.give(BulkSteps.class, new TransactionalSteps(assembly, assembly.get(BulkSteps.class)));
        lock = new TestLock(assembly);
    }

    void setUp() {
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            lock.setUp(password);
        }
    }

    /** The server was started anew on a database that has been set up. */
    static BulkOffice restarted(DataSource database, int people) {
        BulkOffice office = new BulkOffice(database, people);
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            office.lock.unlock(password);
        }
        return office;
    }

    <T> T get(Class<T> type) {
        return assembly.get(type);
    }

    <T> T call(Supplier<T> work) {
        return assembly.inTransaction(work);
    }

    /** For somebody else than the administrator. */
    <T> T as(String person, Supplier<T> work) {
        login = person;
        try {
            return call(work);
        } finally {
            login = "ada";
        }
    }

    void run(Runnable work) {
        assembly.run(work);
    }

    /** Tried dry. */
    long plan(BulkOrder order) {
        return call(() -> get(BulkDesk.class).plan(order, get(Candidates.class).of(order.choice(), order.kind())));
    }

    /** Planned, and agreed to. */
    long started(BulkOrder order) {
        long run = plan(order);
        run(() -> get(BulkDesk.class).start(run));
        return run;
    }

    /** Everybody is to be enabled. */
    static BulkOrder enabling() {
        return new BulkOrder(
                BulkKind.ENABLE, Optional.empty(), new BulkChoice.People("", Optional.empty()), "new branch");
    }

    /** Each turn takes that long, and after so many of them somebody pauses the run. */
    void pausingAfter(long run, int turns, Duration each) {
        people.before(turn -> {
            if (turn == turns) {
                steer(run, BulkVerb.PAUSE);
            } else {
                clock.pass(each);
            }
        });
    }

    /** Each turn takes that long, and after so many of them the server dies. */
    void dyingAfter(int turns, Duration each) {
        people.before(turn -> {
            if (turn == turns) {
                throw new Death();
            }
            clock.pass(each);
        });
    }

    /** The server dies once that many tokens were made, before the last one's transaction is committed. */
    void dyingInTheTurn(int tokens) {
        desk.dieAfter(tokens);
    }

    /** Does it until the server dies. */
    static void untilDeath(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(Death.class);
    }

    /** What the timer does. */
    void work() {
        get(BulkRunner.class).work();
    }

    void steer(long run, BulkVerb verb) {
        run(() -> get(BulkDesk.class).steer(run, verb));
    }

    BulkRunRow row(long run) {
        return call(() -> get(BulkDesk.class).row(run));
    }

    List<BulkItemRow> items(long run) {
        return call(() ->
                        get(BulkDesk.class).items(new BulkItemQuery(run, "", Optional.empty(), Optional.empty(), 500)))
                .rows();
    }

    MailboxState state(String login) {
        return call(() -> get(MailboxRepository.class)
                .byId(new MailboxId("id-" + login))
                .map(Mailbox::state)
                .orElse(MailboxState.NOT_ENABLED));
    }

    /** They have keys and certificates. */
    void enrolled(String... logins) {
        for (String login : logins) {
            run(() -> enrol(ManyPeople.person(login)));
        }
    }

    /** What the log says of that act, the oldest first. */
    List<AuditRecord> log(Act act) {
        return call(() -> get(AuditRepository.class).after(0, 100_000).stream()
                .map(entry -> entry.said())
                .filter(said -> said.act() == act)
                .toList());
    }

    private void enrol(DirectoryEntry entry) {
        Instant now = clock.instant();
        Mailbox mailbox = new Mailbox(entry.id(), entry.address(), now);
        get(MailboxRepository.class).add(mailbox);
        byte[] hash = new SecureRandom().generateSeed(32);
        get(OneTimeTokenRepository.class)
                .replaceLive(mailbox.issueToken(new TokenTerms(hash, "ada", now, now.plus(Duration.ofHours(1)))));
        mailbox.enable(now);
        get(Issuing.class)
                .encryption(
                        new Issuing.Holder(entry.id(), new Subject(entry.address()), Capabilities.OWN),
                        KeyType.EC_P256);
    }

    @Override
    public void close() {
        assembly.close();
    }

    /** Counts how often lists were to be signed at once. */
    static final class Publisher extends ListPublisher {
        int asked;

        @Override
        public void soon() {
            asked++;
        }
    }
}
