package org.sealpost.assembly;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sealpost.lease.Lease;
import org.sealpost.model.LeaseHolder;
import org.sealpost.settings.AcmeConfiguration;

/**
 * A small container: gives every bean the parts it asks for, each made once, on a fresh H2 database. Transactions are
 * the test's: {@link #inTransaction} is what the container puts around a service method.
 */
public final class Assembly implements AutoCloseable {
    /** The server of every assembly that does not say otherwise. */
    public static final LeaseHolder SERVER = new LeaseHolder("test-server", "here", "https://here.example");

    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final EntityManagerFactory factory;
    private final EntityManager database;

    /** On a fresh H2 database. */
    public Assembly() {
        this(FreshDatabase.source());
    }

    /**
     * On a database that outlives the assembly, as a restart of the server finds it; or on another make. The server
     * holds the Key Manager's service.
     */
    public Assembly(DataSource source) {
        this(source, SERVER);
        run(() -> get(Lease.class).acquire());
    }

    /** Another server on a database, which does not hold the service. */
    public Assembly(DataSource source, LeaseHolder server) {
        give(LeaseHolder.class, server);
        give(AcmeConfiguration.class, AcmeConfiguration.from(name -> null));
        factory = FreshDatabase.open(source);
        give(DataSource.class, source);
        database = factory.createEntityManager();
        give(EntityManager.class, database);
    }

    /** A new H2 database in memory. */
    public static DataSource freshH2() {
        return FreshDatabase.source();
    }

    /** All parts of that kind that were given or made so far. */
    public <T> Stream<T> all(Class<T> type) {
        return List.copyOf(parts.values()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .distinct();
    }

    /** Gives this part to whoever asks for the type. */
    public <T> Assembly give(Class<? super T> type, T part) {
        parts.put(type, part);
        return this;
    }

    /** The bean of that class with all its parts. */
    public <T> T get(Class<T> type) {
        Object part = parts.get(type);
        if (part == null) {
            part = make(type);
            parts.put(type, part);
            fill(part);
        }
        return type.cast(part);
    }

    /** One transaction: rolled back when the work fails; work inside work joins it, as the container has it. */
    public <T> T inTransaction(Supplier<T> work) {
        if (database.getTransaction().isActive()) {
            return work.get();
        }
        database.getTransaction().begin();
        try {
            T result = work.get();
            database.getTransaction().commit();
            return result;
        } finally {
            if (database.getTransaction().isActive()) {
                database.getTransaction().rollback();
            }
            database.clear();
        }
    }

    /** As {@link #inTransaction(Supplier)} without a result. */
    public void run(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public void close() {
        database.close();
        factory.close();
    }

    private Object make(Class<?> type) {
        try {
            Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                    .filter(each -> each.isAnnotationPresent(Inject.class))
                    .findFirst()
                    .orElse(null);
            if (constructor == null) {
                constructor = type.getDeclaredConstructor();
            }
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(this::get)
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    private void fill(Object part) {
        for (Field field : part.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class)) {
                try {
                    field.setAccessible(true);
                    field.set(part, get(field.getType()));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("cannot fill " + field, e);
                }
            }
        }
    }
}
