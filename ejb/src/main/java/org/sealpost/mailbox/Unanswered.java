package org.sealpost.mailbox;

import jakarta.ejb.EJBException;
import jakarta.jms.JMSRuntimeException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;

/**
 * The one place where a database or a queue that does not answer becomes a refusal of a send, at whatever step it shows:
 * when recipients are looked up, when the rules are asked, when the job is made. Beans on the way wrap what the database
 * throws; what has no such cause is a fault of ours and flies on.
 */
final class Unanswered {
    private static final Logger LOG = System.getLogger(Unanswered.class.getName());

    private Unanswered() {}

    /** A step of a send. Where its commit fails, the server throws that on although no method declares it. */
    @FunctionalInterface
    interface Step<T> {
        /** @throws RollbackException when what it did could not be committed */
        T take() throws RollbackException;
    }

    /** @throws SendingUnavailable when the step fails because a database or a queue does not answer */
    static <T> T asRefusal(Step<T> step) {
        try {
            return step.take();
        } catch (PersistenceException | JMSRuntimeException | TransactionalException | RollbackException e) {
            throw refusal(e);
        } catch (EJBException | UndeclaredThrowableException e) {
            throw wrapsOne(e) ? refusal(e) : e;
        }
    }

    /** The sender is told that a part does not answer; which one and why is for whoever reads the log. */
    private static SendingUnavailable refusal(Exception failure) {
        LOG.log(Level.WARNING, "A message could not be taken over", failure);
        return new SendingUnavailable(failure);
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
