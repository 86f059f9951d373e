package org.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.ejb.EJBAccessException;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.Outcome;

class RefusedCallsTest {
    private final Assembly assembly = KeyManagers.assembly(new TestClock(), "mallory");
    private final RefusedCalls door = new RefusedCalls(() -> assembly.get(AuditLog.class));
    private final FailureRecorder recorder = assembly.get(FailureRecorder.class);

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void aCallThatIsAllowedPassesAndLeavesNothing() throws Exception {
        assertThat(door.record(call("audited", () -> "done"))).isEqualTo("done");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void aRefusedActIsRecordedByItsNameAndTheRefusalGoesOn() {
        EJBAccessException refusal = new EJBAccessException("no role");
        assertThat(refuse("audited", refusal, new MailboxId("id-alice"))).isSameAs(refusal);
        assertThat(recorded()).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("mallory");
            assertThat(entry.act()).isEqualTo(Act.REVOKE);
            assertThat(entry.outcome()).isEqualTo(Outcome.FAILURE);
            assertThat(entry.subject()).isEqualTo("id-alice");
            assertThat(entry.details()).isEqualTo("not-allowed");
        });
    }

    @Test
    void theDoorOfAnActInsideIsRecordedAsThatAct() {
        refuse("door", new EJBAccessException());
        assertThat(recorded()).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo(Act.STOP);
            assertThat(entry.subject()).isEqualTo("RefusedCallsTest.door");
        });
    }

    @Test
    void whatHasNoActIsRecordedAsAccess() {
        refuse("reading", new EJBAccessException());
        assertThat(recorded()).singleElement().extracting(AuditRecord::act).isEqualTo(Act.ACCESS);
    }

    @Test
    void otherFailuresAreNotItsBusiness() {
        refuse("audited", new MailboxNotKnown("nobody"));
        refuse("audited", new IllegalStateException());
        assertThat(recorded()).isEmpty();
    }

    @Test
    void aBeanThatRefusesByItselfLeavesOneEntryAndNotTwo() {
        Callable<Object> inside = () -> recorder.record(call("audited", () -> {
            throw new EJBAccessException("its sender's choice alone");
        }));
        assembly.inTransaction(() -> catchThrowable(() -> door.record(call("audited", inside))));
        assertThat(recorded()).singleElement().extracting(AuditRecord::details).isEqualTo("not-allowed");
    }

    private Throwable refuse(String method, RuntimeException failure, Object... parameters) {
        Callable<Object> work = () -> {
            throw failure;
        };
        return assembly.inTransaction(() -> catchThrowable(() -> door.record(call(method, work, parameters))));
    }

    @Audited(Act.REVOKE)
    void audited() {}

    @RecordedAs(Act.STOP)
    void door() {}

    void reading() {}

    private static Method method(String name) throws NoSuchMethodException {
        return RefusedCallsTest.class.getDeclaredMethod(name);
    }

    private static InvocationContext call(String name, Callable<Object> work, Object... parameters) {
        return (InvocationContext) Proxy.newProxyInstance(
                RefusedCallsTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "proceed" -> work.call();
                    case "getMethod" -> method(name);
                    case "getParameters" -> parameters;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private List<AuditRecord> recorded() {
        return assembly.get(AuditRepository.class).page(AuditQuery.ALL, Optional.empty(), 5).rows().stream()
                .map(entry -> entry.said())
                .toList();
    }
}
