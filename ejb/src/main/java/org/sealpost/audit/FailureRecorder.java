package org.sealpost.audit;

import jakarta.annotation.Priority;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.Act;
import org.sealpost.model.MailboxId;
import org.sealpost.protocol.SealpostException;

/**
 * Records the failures of methods marked {@link Audited}: what was tried on whom and the failure's code. A refusal for the
 * caller's role is left to {@link RefusedCalls}, which sees those of the container as well.
 */
@Audited(Act.SET_UP)
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class FailureRecorder {
    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    /** Lets the call through and records how it failed, if it does. */
    @AroundInvoke
    public @Nullable Object record(InvocationContext call) throws Exception {
        String failure = "internal-error";
        try {
            Object result = call.proceed();
            failure = "";
            return result;
        } catch (SealpostException e) {
            failure = e.code() + " " + e.arguments();
            throw e;
        } catch (EJBAccessException e) {
            failure = "";
            throw e;
        } finally {
            if (!failure.isEmpty()) {
                audit.failure(act(call), subject(call), failure);
            }
        }
    }

    private static Act act(InvocationContext call) {
        return call.getMethod().getAnnotation(Audited.class).value();
    }

    /** The mailbox that the call names, else the caller: whoever acts on nothing else acts on himself. */
    private String subject(InvocationContext call) {
        return mailbox(call).orElseGet(caller::name);
    }

    /** The mailbox that the call names, if it names one. */
    static Optional<String> mailbox(InvocationContext call) {
        return Arrays.stream(call.getParameters())
                .filter(MailboxId.class::isInstance)
                .map(String::valueOf)
                .findFirst();
    }
}
