package org.sealpost.model;

import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.hibernate.SessionFactory;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.AbstractPreDatabaseOperationEvent;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.PreCollectionRecreateEvent;
import org.hibernate.event.spi.PreCollectionRecreateEventListener;
import org.hibernate.event.spi.PreCollectionRemoveEvent;
import org.hibernate.event.spi.PreCollectionRemoveEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.event.spi.PreDeleteEvent;
import org.hibernate.event.spi.PreDeleteEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;

/**
 * Stands before every write of keys. The first one in a transaction compares this server's fencing number with the
 * database's and keeps that row until the transaction ends; so a server that takes the service over, which raises the
 * number, waits for what was begun under the old one, and nothing begun under it can be written afterwards, however long
 * its server was stopped meanwhile.
 *
 * <p>No write passes by: whatever Hibernate writes of an entity comes here, but for those that say
 * {@link WrittenByAnyServer}; statements that change many rows at once are given to {@link #update}, as
 * {@code ArchitectureTest} demands.
 */
final class Fence
        implements PreInsertEventListener,
                PreUpdateEventListener,
                PreDeleteEventListener,
                PreCollectionRecreateEventListener,
                PreCollectionUpdateEventListener,
                PreCollectionRemoveEventListener {
    private static final long serialVersionUID = 1;
    private static final long NONE = -1;
    private static final String NUMBER = "select fencing_number from key_manager_fence where id = 1";

    /** A server that is paused in the middle of a transaction loses it, and the row with it, in time for its successor. */
    private static final String KEPT = "select fencing_number,"
            + " set_config('idle_in_transaction_session_timeout', '10s', true)"
            + " from key_manager_fence where id = 1 for share";

    private static final Map<SessionFactory, Fence> FENCES = Collections.synchronizedMap(new WeakHashMap<>());

    /** Sessions whose present transaction holds the row. */
    private final transient Set<SharedSessionContractImplementor> passed =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile long number = NONE;

    private Fence() {}

    /** A new one, for {@link FenceIntegrator} to put up. */
    static Fence around(SessionFactory factory) {
        return FENCES.computeIfAbsent(factory, unknown -> new Fence());
    }

    /** @throws IllegalStateException when none was put up: then nobody may write keys */
    static Fence of(SessionFactory factory) {
        Fence fence = FENCES.get(factory);
        if (fence == null) {
            throw new IllegalStateException("Hibernate has not found the fence");
        }
        return fence;
    }

    /** This server holds the service under that number from now on. */
    void hold(long fencingNumber) {
        number = fencingNumber;
    }

    /** This server does not hold the service. */
    void drop() {
        number = NONE;
    }

    /**
     * Runs a statement that changes rows with keys.
     *
     * @return how many rows it changed
     * @throws FencedOff when another server holds the service now
     */
    static int update(Query statement) {
        SharedSessionContractImplementor session =
                statement.unwrap(org.hibernate.query.spi.QueryImplementor.class).getSession();
        of(session.getFactory()).check((EventSource) session);
        return statement.executeUpdate();
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        return check(event);
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        return check(event);
    }

    @Override
    public boolean onPreDelete(PreDeleteEvent event) {
        return check(event);
    }

    @Override
    public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
        check(event);
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        check(event);
    }

    @Override
    public void onPreRemoveCollection(PreCollectionRemoveEvent event) {
        check(event);
    }

    /** @return false: the write is not to be left out */
    private boolean check(AbstractPreDatabaseOperationEvent event) {
        if (fenced(event.getEntity())) {
            check(event.getSession());
        }
        return false;
    }

    private void check(AbstractCollectionEvent event) {
        Object owner = event.getAffectedOwnerOrNull();
        if (owner == null || fenced(owner)) {
            check(event.getSession());
        }
    }

    static boolean fenced(Object entity) {
        return !entity.getClass().isAnnotationPresent(WrittenByAnyServer.class);
    }

    private void check(EventSource session) {
        if (passed.contains(session)) {
            return;
        }
        long held = number;
        if (held == NONE || held != session.doReturningWork(connection -> current(connection, session))) {
            throw new FencedOff();
        }
        passed.add(session);
        session.getActionQueue().registerProcess((success, ended) -> passed.remove(ended));
    }

    /** An embedded H2 is open to one server alone, so that nobody else can raise the number meanwhile. */
    private static long current(Connection connection, SharedSessionContractImplementor session) throws SQLException {
        boolean embedded = session.getFactory().getJdbcServices().getDialect() instanceof H2Dialect;
        try (PreparedStatement statement = connection.prepareStatement(embedded ? NUMBER : KEPT);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : NONE;
        }
    }
}
