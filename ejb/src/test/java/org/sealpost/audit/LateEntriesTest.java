package org.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.TestClock;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.Outcome;

/** The database goes away in the middle of an act, and its log with it. */
class LateEntriesTest {
    private final TestClock clock = new TestClock();
    private final List<AuditRecord> written = new ArrayList<>();
    private final LateEntries late = new LateEntries();
    private final FailureRecorder recorder = new FailureRecorder();
    private boolean gone = true;

    @BeforeEach
    void open() {
        AuditLog log = new AuditLog() {
            @Override
            public void failure(Act act, String subject, String details) {
                late(new AuditRecord(clock.instant(), "ada", act, Outcome.FAILURE, subject, details));
            }

            @Override
            public void late(AuditRecord record) {
                if (gone) {
                    throw lost();
                }
                written.add(record);
            }
        };
        late.audit = log;
        late.caller = new Caller(() -> "ada");
        late.clock = clock;
        recorder.audit = log;
        recorder.caller = late.caller;
        recorder.late = late;
    }

    @Test
    void theFailureReachesWhoWaitsAndTheLogOnceTheDatabaseIsBack() {
        PersistenceException failure = lost();
        assertThat(catchThrowable(() -> recorder.record(call(failure)))).isSameAs(failure);
        assertThat(written).isEmpty();
        assertThat(catchThrowable(late::write)).as("still gone").isInstanceOf(PersistenceException.class);
        AuditRecord expected = new AuditRecord(
                clock.instant(), "ada", Act.ENROL, Outcome.FAILURE, "ada", "database-lost, recorded late");
        clock.pass(Duration.ofMinutes(5));
        gone = false;
        late.write();
        late.write();
        assertThat(written).containsExactly(expected);
    }

    @Test
    void noMoreAreKeptThanMemoryCanBear() {
        for (int i = 0; i <= LateEntries.MOST; i++) {
            late.keep(Act.ENROL, "mailbox " + i, "database-lost");
        }
        gone = false;
        late.write();
        assertThat(written).hasSize(LateEntries.MOST);
    }

    @Audited(Act.ENROL)
    void marked() {}

    private static PersistenceException lost() {
        return new PersistenceException(new SQLException("the connection broke", "08006"));
    }

    private static InvocationContext call(PersistenceException failure) {
        return (InvocationContext) Proxy.newProxyInstance(
                LateEntriesTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "proceed" -> throw failure;
                    case "getMethod" -> LateEntriesTest.class.getDeclaredMethod("marked");
                    case "getParameters" -> new Object[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
