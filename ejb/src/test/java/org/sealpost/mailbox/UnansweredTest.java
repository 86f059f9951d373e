package org.sealpost.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.jms.JMSRuntimeException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.assembly.Assembly;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;

class UnansweredTest {
    private static final Exception GONE = new SQLNonTransientConnectionException("gone");

    static Stream<RuntimeException> partsThatDoNotAnswer() {
        return Stream.of(
                new PersistenceException(GONE),
                new JMSRuntimeException("no broker"),
                new TransactionalException("rolled back", GONE),
                new EJBException(GONE),
                new EJBException(new PersistenceException(GONE)),
                new EJBTransactionRolledbackException("rolled back", new PersistenceException(GONE)),
                new UndeclaredThrowableException(new RollbackException("the queue is full")));
    }

    static Stream<RuntimeException> everythingElse() {
        return Stream.of(
                new EJBAccessException("not your role"),
                new EJBException(new IllegalStateException("a fault of ours")),
                new EJBException("without a cause"),
                new IllegalStateException("a fault of ours"),
                new UndeclaredThrowableException(new IOException("a fault of ours")),
                new PasswordNeeded());
    }

    @ParameterizedTest
    @MethodSource("partsThatDoNotAnswer")
    void aPartThatDoesNotAnswerIsARefusal(RuntimeException failure) {
        assertThatThrownBy(() -> Unanswered.asRefusal(failing(failure)))
                .isInstanceOf(SendingUnavailable.class)
                .hasCause(failure);
    }

    @ParameterizedTest
    @MethodSource("everythingElse")
    void everythingElseFliesOnAsItIs(RuntimeException failure) {
        assertThatThrownBy(() -> Unanswered.asRefusal(failing(failure))).isSameAs(failure);
    }

    @Test
    void aRealDatabaseThatWasShutDownIsARefusal() throws SQLException {
        JdbcDataSource maker = new JdbcDataSource();
        maker.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(maker.getURL() + ";IFEXISTS=TRUE");
        try (Connection first = maker.getConnection();
                Assembly assembly = new Assembly(database);
                Statement end = first.createStatement()) {
            MailboxRepository mailboxes = assembly.get(MailboxRepository.class);
            Unanswered.Step<Object> step = () -> assembly.inTransaction(() -> mailboxes.byId(new MailboxId("nobody")));
            assertThat(Unanswered.asRefusal(step)).isEqualTo(Optional.empty());
            end.execute("shutdown immediately");
            assertThatThrownBy(() -> Unanswered.asRefusal(step)).isInstanceOf(SendingUnavailable.class);
        }
    }

    private static Unanswered.Step<Object> failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }
}
