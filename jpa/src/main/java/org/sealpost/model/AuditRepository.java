package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The audit log: entries are added at its end and never changed or removed. */
@Dependent
public class AuditRepository {
    private final EntityManager database;

    @Inject
    public AuditRepository(EntityManager database) {
        this.database = database;
    }

    /**
     * Adds an entry. The end of the chain stays locked until the transaction ends, so this is the transaction's last
     * act: everything before it is written first, and a failure of that shows before the lock is taken.
     *
     * @param authenticate as in {@link AuditChain}
     */
    public AuditEntry add(AuditRecord said, UnaryOperator<byte @Nullable []> authenticate) {
        database.flush();
        AuditChain chain = database.find(AuditChain.class, AuditChain.ONLY, LockModeType.PESSIMISTIC_WRITE);
        database.refresh(chain, LockModeType.PESSIMISTIC_WRITE);
        AuditEntry entry = chain.add(said, authenticate);
        database.persist(entry);
        database.flush();
        return entry;
    }

    /**
     * Entries, newest first.
     *
     * @param before {@link Page#nextKey()} of the page before, empty for the first page
     */
    public Page<AuditEntry> page(AuditQuery query, Optional<String> before, int limit) {
        AuditSearch search = AuditSearch.of(query, AuditQuery.before(before));
        TypedQuery<AuditEntry> rows = database.createQuery(search.text(), AuditEntry.class);
        search.values().forEach(rows::setParameter);
        List<AuditEntry> found = rows.setMaxResults(limit + 1).getResultList();
        return Page.of(found, limit, entry -> Long.toString(entry.number()));
    }

    /** Entries after a number in the order of the chain, at most {@code limit}: to walk it all in bounded memory. */
    public List<AuditEntry> after(long number, int limit) {
        List<AuditEntry> found = database.createNamedQuery(AuditEntry.AFTER, AuditEntry.class)
                .setParameter("number", number)
                .setMaxResults(limit)
                .getResultList();
        found.forEach(database::detach);
        return found;
    }

    /** Where the chain ends now. */
    public AuditChain chain() {
        AuditChain chain = database.find(AuditChain.class, AuditChain.ONLY);
        if (database.isJoinedToTransaction()) {
            database.refresh(chain);
        }
        return chain;
    }
}
