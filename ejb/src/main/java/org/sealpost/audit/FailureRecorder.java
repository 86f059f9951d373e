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
import org.sealpost.model.DatabaseFault;
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
    LateEntries late;

    @Inject
    Caller caller;

    /** Lets the call through and records how it failed, if it does. */
    @AroundInvoke
    @SuppressWarnings("IllegalCatch") // whatever it is, it is put on record and flies on
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
        } catch (RuntimeException e) {
            failure = DatabaseFault.of(e).map(DatabaseFault::code).orElse(failure);
            throw e;
        } finally {
            if (!failure.isEmpty()) {
                write(act(call), subject(call), failure);
            }
        }
    }

    /** A log that cannot be written hides no failure from whoever waits for the answer. */
    @SuppressWarnings("IllegalCatch")
    private void write(Act act, String subject, String failure) {
        try {
            audit.failure(act, subject, failure);
        } catch (RuntimeException e) {
            late.keep(act, subject, failure);
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
