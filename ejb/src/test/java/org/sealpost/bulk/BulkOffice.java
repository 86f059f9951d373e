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
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Passphrase;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.issuing.Issuing;
import org.sealpost.lock.TestLock;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.BulkItem;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkRun;
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

/** A running Key Manager with many people, where each step of a run is a transaction of its own, as the container has it. */
final class BulkOffice implements AutoCloseable {
    private static final String PASSWORD = "correct horse battery";

    final TestClock clock = new TestClock();
    final ManyPeople people;
    final Assembly assembly;
    final TestLock lock;
    final Publisher publisher = new Publisher();

    /** On a fresh database, set up. */
    BulkOffice(int people) {
        this(Assembly.freshH2(), people);
        setUp();
    }

    /** On that database, locked as after a start. */
    BulkOffice(DataSource database, int people) {
        this.people = new ManyPeople(people);
        assembly = KeyManagers.assembly(clock, "ada", database);
        assembly.give(Directory.class, this.people).give(ListPublisher.class, publisher);
        assembly.give(BulkSteps.class, new Steps(assembly.get(BulkSteps.class)));
        lock = new TestLock(assembly);
    }

    void setUp() {
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            lock.setUp(password);
        }
    }

    <T> T get(Class<T> type) {
        return assembly.get(type);
    }

    <T> T call(Supplier<T> work) {
        return assembly.inTransaction(work);
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

    /** Nothing catches it and nothing is tidied up. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Counts how often lists were to be signed at once. */
    static final class Publisher extends ListPublisher {
        int asked;

        @Override
        public void soon() {
            asked++;
        }
    }

    /** What the container does around each step. */
    private final class Steps extends BulkSteps {
        private final BulkSteps steps;

        Steps(BulkSteps steps) {
            this.steps = steps;
        }

        @Override
        List<BulkRun> underWay() {
            return call(steps::underWay);
        }

        @Override
        List<BulkItem> next(long run, int limit) {
            return call(() -> steps.next(run, limit));
        }

        @Override
        boolean take(BulkItem.Key key, Optional<DirectoryEntry> found) {
            return call(() -> steps.take(key, found));
        }

        @Override
        void fail(BulkItem.Key key, String code) {
            run(() -> steps.fail(key, code));
        }

        @Override
        void finish(long id) {
            run(() -> steps.finish(id));
        }

        @Override
        void wipeOld() {
            run(steps::wipeOld);
        }
    }
}
