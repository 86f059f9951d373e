package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bulk runs with their mailboxes. */
@Dependent
public class BulkRepository {
    private final EntityManager database;

    @Inject
    public BulkRepository(EntityManager database) {
        this.database = database;
    }

    /** Gives the run its number. */
    public void add(BulkRun run) {
        database.persist(run);
        database.flush();
    }

    public void add(BulkItem item) {
        database.persist(item);
    }

    public Optional<BulkRun> byId(long run) {
        return Optional.ofNullable(database.find(BulkRun.class, run));
    }

    /** What a run does, for whoever has to know it before the run is locked; the run itself is not read yet. */
    public Optional<BulkKind> kind(long run) {
        return database.createQuery("select r.kind from BulkRun r where r.id = :run", BulkKind.class)
                .setParameter("run", run)
                .getResultStream()
                .findFirst();
    }

    /** The run, locked until the end of the transaction: for people's decisions. */
    public Optional<BulkRun> lock(long run) {
        return Optional.ofNullable(database.find(BulkRun.class, run, LockModeType.PESSIMISTIC_WRITE));
    }

    /** One mailbox of a run, locked until the end of the transaction. */
    public Optional<BulkItem> lock(BulkItem.Key item) {
        return Optional.ofNullable(database.find(BulkItem.class, item, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Runs, newest first. */
    public Page<BulkRun> page(Optional<String> afterKey, int limit) {
        List<BulkRun> found = database.createNamedQuery(BulkRun.PAGE, BulkRun.class)
                .setParameter("before", afterKey.map(Long::parseLong).orElse(Long.MAX_VALUE))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, run -> Long.toString(run.id()));
    }

    /** Runs under way, oldest first. */
    public List<BulkRun> underWay() {
        return database.createNamedQuery(BulkRun.IN_STATE, BulkRun.class)
                .setParameter("state", BulkState.RUNNING)
                .getResultList();
    }

    /**
     * Mailboxes of a run in their order.
     *
     * @param text part of address or name; empty for all
     * @param state only those in this state, or null for all
     */
    public Page<BulkItem> items(
            long run, String text, @Nullable BulkItemState state, Optional<String> afterKey, int limit) {
        List<BulkItem> found = database.createNamedQuery(BulkItem.PAGE, BulkItem.class)
                .setParameter("run", run)
                .setParameter("after", afterKey.map(Integer::parseInt).orElse(0))
                .setParameter("state", state)
                .setParameter("text", containing(text))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, item -> Integer.toString(item.id().position()));
    }

    /** How many mailboxes of a run are in each state; states that none is in are left out. */
    public Map<BulkItemState, Long> counts(long run) {
        Map<BulkItemState, Long> counts = new EnumMap<>(BulkItemState.class);
        database.createNamedQuery(BulkItem.COUNTS, Object[].class)
                .setParameter("run", run)
                .getResultStream()
                .forEach(row -> counts.put((BulkItemState) row[0], (Long) row[1]));
        return counts;
    }

    /** How many mailboxes of a run have had their turn since that instant. */
    public long turnsSince(long run, Instant since) {
        return database.createNamedQuery(BulkItem.TURNS_SINCE, Long.class)
                .setParameter("run", run)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** Those whose tokens are still to be taken, in their order. */
    public List<BulkItem> withToken(long run) {
        return database.createNamedQuery(BulkItem.WITH_TOKEN, BulkItem.class)
                .setParameter("run", run)
                .getResultList();
    }

    public long countTokens(long run) {
        return database.createNamedQuery(BulkItem.COUNT_TOKENS, Long.class)
                .setParameter("run", run)
                .getSingleResult();
    }

    /** Leaves those out whose turn has not come. */
    public void leaveOut(long run) {
        Fence.update(database.createNamedQuery(BulkItem.LEAVE_OUT).setParameter("run", run));
    }

    /** @return how many tokens were wiped */
    public int wipe(long run) {
        return Fence.update(database.createNamedQuery(BulkItem.WIPE).setParameter("run", run));
    }

    /** Wipes the tokens of all runs whose time is over. */
    public int wipeOld(Instant now) {
        return Fence.update(database.createNamedQuery(BulkItem.WIPE_OLD).setParameter("now", now));
    }

    /** The text that the organisation has chosen for the letters that bring tokens. */
    public Optional<TokenLetter> letter() {
        return Optional.ofNullable(database.find(TokenLetter.class, TokenLetter.ONLY));
    }

    public void add(TokenLetter letter) {
        database.persist(letter);
    }

    private static String containing(String text) {
        String escaped = text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
        return "%" + escaped + "%";
    }
}
