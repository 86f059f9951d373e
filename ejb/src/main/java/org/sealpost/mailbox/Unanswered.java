package org.sealpost.mailbox;

import jakarta.ejb.EJBException;
import jakarta.jms.JMSRuntimeException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * The one place where a database or a queue that does not answer becomes a refusal of a send, at whatever step it shows:
 * when recipients are looked up, when the rules are asked, when the job is made. Beans on the way wrap what the database
 * throws; what has no such cause is a fault of ours and flies on.
 */
final class Unanswered {
    private Unanswered() {}

    /** @throws SendingUnavailable when the step fails because a database or a queue does not answer */
    static <T> T asRefusal(Supplier<T> step) {
        try {
            return step.get();
        } catch (PersistenceException | JMSRuntimeException | TransactionalException e) {
            throw new SendingUnavailable(e);
        } catch (EJBException | UndeclaredThrowableException e) {
            throw wrapsOne(e) ? new SendingUnavailable(e) : e;
        }
    }

    private static boolean wrapsOne(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof PersistenceException
                    || cause instanceof JMSRuntimeException
                    || cause instanceof TransactionalException
                    || cause instanceof RollbackException
                    || cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
