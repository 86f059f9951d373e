package org.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

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

class FailureRecorderTest {
    private final Assembly assembly = KeyManagers.assembly(new TestClock(), "ada");
    private final FailureRecorder recorder = assembly.get(FailureRecorder.class);

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void aSuccessIsLeftToTheActItself() throws Exception {
        assertThat(recorder.record(call(() -> "done"))).isEqualTo("done");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void aForeseenFailureIsRecordedWithItsCodeAndGoesOn() {
        MailboxNotKnown failure = new MailboxNotKnown("nobody");
        assertThat(failureOf(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(recorded()).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo(Act.REVOKE);
            assertThat(entry.outcome()).isEqualTo(Outcome.FAILURE);
            assertThat(entry.subject()).isEqualTo("id-alice");
            assertThat(entry.details()).isEqualTo("mailbox-not-known [nobody]");
        });
    }

    @Test
    void anUnforeseenFailureIsRecordedWithoutItsText() {
        assertThat(failureOf(() -> {
                    throw new IllegalStateException("jdbc:h2:secret");
                }))
                .hasMessage("jdbc:h2:secret");
        assertThat(recorded()).singleElement().extracting(AuditRecord::details).isEqualTo("internal-error");
    }

    private Throwable failureOf(Callable<Object> work) {
        return assembly.inTransaction(() -> catchThrowable(() -> recorder.record(call(work))));
    }

    @Audited(Act.REVOKE)
    void marked() {}

    private static Method act(String name) throws NoSuchMethodException {
        return FailureRecorderTest.class.getDeclaredMethod(name);
    }

    private static InvocationContext call(Callable<Object> work) {
        return (InvocationContext) Proxy.newProxyInstance(
                FailureRecorderTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "proceed" -> work.call();
                    case "getMethod" -> act("marked");
                    case "getParameters" -> new Object[] {"text", new MailboxId("id-alice")};
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private List<AuditRecord> recorded() {
        return assembly.get(AuditRepository.class).page(AuditQuery.ALL, Optional.empty(), 5).rows().stream()
                .map(entry -> entry.said())
                .toList();
    }
}
