package org.sealpost.audit;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.Act;

/**
 * Records every call of a bean that is refused because the caller lacks the role, whatever the method: an act by its own
 * name, anything else as {@link Act#ACCESS}. It stands in front of the container's own check ({@code jboss-ejb3.xml}), where
 * nothing is injected yet.
 */
public class RefusedCalls {
    /** What an entry's details say. */
    public static final String NOT_ALLOWED = "not-allowed";

    private final Supplier<AuditLog> audit;

    /** Made by the container. */
    public RefusedCalls() {
        this(() -> CDI.current().select(AuditLog.class).get());
    }

    RefusedCalls(Supplier<AuditLog> audit) {
        this.audit = audit;
    }

    /** Lets the call through and records it if it is refused. */
    @AroundInvoke
    public @Nullable Object record(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (EJBAccessException refusal) {
            Method method = call.getMethod();
            String subject = FailureRecorder.mailbox(call)
                    .orElseGet(() -> method.getDeclaringClass().getSimpleName() + "." + method.getName());
            audit.get().failure(act(method), subject, NOT_ALLOWED);
            throw refusal;
        }
    }

    /** The act that a method, of a bean or of an HTTP resource, is the door of. */
    public static Act act(Method method) {
        return Optional.ofNullable(method.getAnnotation(Audited.class))
                .map(Audited::value)
                .or(() -> Optional.ofNullable(method.getAnnotation(RecordedAs.class))
                        .map(RecordedAs::value))
                .orElse(Act.ACCESS);
    }
}
