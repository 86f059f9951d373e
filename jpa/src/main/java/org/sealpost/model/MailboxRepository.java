package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mailboxes that Advanced Security knows: those that were enabled at least once. */
@Dependent
public class MailboxRepository {
    private final EntityManager database;

    @Inject
    public MailboxRepository(EntityManager database) {
        this.database = database;
    }

    public void add(Mailbox mailbox) {
        database.persist(mailbox);
    }

    public Optional<Mailbox> byId(MailboxId id) {
        return Optional.ofNullable(database.find(Mailbox.class, id.value()));
    }

    /** The mailbox, locked until the end of the transaction: for verbs that must not run twice at once. */
    public Optional<Mailbox> lock(MailboxId id) {
        return Optional.ofNullable(database.find(Mailbox.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Those that had that address when they were enabled last, at most two: an address may have passed from one owner to
     * the next.
     *
     * @param address as it was written; also found when it is kept in lower case
     */
    public List<Mailbox> byAddress(String address) {
        return database.createNamedQuery(Mailbox.BY_ADDRESS, Mailbox.class)
                .setParameter("addresses", List.of(address, address.toLowerCase(Locale.ROOT)))
                .setMaxResults(2)
                .getResultList();
    }

    /** Those of the mailboxes that are known here; one query for all. */
    public Map<MailboxId, Mailbox> byIds(Collection<MailboxId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.createNamedQuery(Mailbox.BY_IDS, Mailbox.class)
                .setParameter("ids", ids.stream().map(MailboxId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(Mailbox::id, Function.identity()));
    }

    /** How many mailboxes are in each state; a state that none is in is absent. */
    public Map<MailboxState, Long> counts() {
        return database.createNamedQuery(Mailbox.COUNTS, MailboxCount.class)
                .getResultStream()
                .collect(Collectors.toMap(MailboxCount::state, MailboxCount::mailboxes));
    }

    /**
     * Mailboxes in the order of their ids.
     *
     * @param state only those in this state, or null for all
     * @param afterKey {@link Page#nextKey()} of the page before, empty for the first page
     * @param limit rows of the page, at least 1
     */
    public Page<Mailbox> page(@Nullable MailboxState state, Optional<String> afterKey, int limit) {
        List<Mailbox> found = database.createNamedQuery(Mailbox.PAGE, Mailbox.class)
                .setParameter("after", afterKey.orElse(""))
                .setParameter("state", state)
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, mailbox -> mailbox.id().value());
    }

    /**
     * Whether any mailbox is known there.
     *
     * @param domain of mail addresses, in lower case; with a dot in front any domain below it
     */
    public boolean anyAt(String domain) {
        String escaped = domain.replaceAll("[!%_]", "!$0");
        return !database.createQuery(
                        "select 1 from Mailbox m where lower(m.address) like :ending escape '!'", Integer.class)
                .setParameter("ending", domain.startsWith(".") ? "%@%" + escaped : "%@" + escaped)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Enabled mailboxes none of whose certificates is valid any more, at most {@code limit} of them. */
    public List<Mailbox> runOut(Instant now, int limit) {
        return database.createNamedQuery(Mailbox.RUN_OUT, Mailbox.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }
}
