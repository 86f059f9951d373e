package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The re-encryption of one mailbox's stored mail. Its owner begins it ({@link #begin}); each message has a turn
 * ({@link #took}), in the order of arrival; it is paused, interrupted or comes to its end, and is begun again: where it
 * stopped, or anew when it had come to its end.
 *
 * <p>Whoever begins takes it over from whoever was at it, by the worker's number: nobody else may take a turn. So two
 * starts at once, or one after a crash, never give a message two turns.
 */
@Entity
@Table(name = "resealing")
@NamedQuery(
        name = Resealing.NEXT_WEAKER,
        query = "select m from StoredMessage m join fetch m.content where m.owner = :owner and m.id > :after"
                + " and m.seal in :sealed and (m.format is null or m.format in :weaker) order by m.id")
@NamedQuery(
        name = Resealing.COUNT_WEAKER,
        query = "select count(m) from StoredMessage m where m.owner = :owner and m.id > :after"
                + " and m.seal in :sealed and (m.format is null or m.format in :weaker)")
@NamedQuery(
        name = Resealing.FORMATS_OF,
        query = "select new org.sealpost.model.FormatCount(m.format, count(m)) from StoredMessage m"
                + " where m.owner = :owner and m.seal in :sealed group by m.format")
@NamedQuery(
        name = Resealing.FORMATS,
        query = "select new org.sealpost.model.FormatCount(m.format, count(m)) from StoredMessage m"
                + " where m.seal in :sealed group by m.format")
@WrittenByAnyServer("mail goes on on every server")
public class Resealing {
    static final String NEXT_WEAKER = "Resealing.nextWeaker";
    static final String COUNT_WEAKER = "Resealing.countWeaker";
    static final String FORMATS_OF = "Resealing.formatsOf";
    static final String FORMATS = "Resealing.formats";

    /** Fewer turns, or less time, say nothing of the pace. */
    private static final int ENOUGH_TURNS = 10;

    private static final Duration ENOUGH_TIME = Duration.ofSeconds(3);

    @Id
    private String owner;

    @Version
    private int version;

    @Column(nullable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ResealingState state;

    @Column(nullable = false)
    private String worker;

    @Column(name = "after_id", nullable = false)
    private long afterId;

    @Column(nullable = false)
    private int done;

    @Column(nullable = false)
    private int kept;

    @Column(nullable = false)
    private int refused;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "turned_at", nullable = false)
    private Instant turnedAt;

    @Column(name = "stretch_from", nullable = false)
    private Instant stretchFrom;

    @Column(name = "stretch_base", nullable = false)
    private int stretchBase;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Resealing() {}

    /** What can become of a message at its turn. */
    public enum Turn {
        /** It is in its new envelope. */
        DONE,
        /** It was sealed well enough already. */
        KEPT,
        /** It could not be done, and is as it was. */
        REFUSED
    }

    /** A first run, begun by that worker. */
    public Resealing(MailboxId owner, String worker, Instant now) {
        this.owner = owner.value();
        this.number = 1;
        this.state = ResealingState.RUNNING;
        this.worker = worker;
        this.startedAt = now;
        this.turnedAt = now;
        this.stretchFrom = now;
    }

    /** Goes on where it stopped, or from the beginning after its end; that worker is at it from now on. */
    public void begin(String by, Instant now) {
        if (state == ResealingState.FINISHED) {
            number++;
            afterId = 0;
            done = 0;
            kept = 0;
            refused = 0;
            startedAt = now;
        }
        state = ResealingState.RUNNING;
        worker = by;
        turnedAt = now;
        stretchFrom = now;
        stretchBase = turns();
    }

    /** Whether it is that worker who is at it. */
    public boolean isWorkOf(String by) {
        return state == ResealingState.RUNNING && worker.equals(by);
    }

    /** The message has had its turn. */
    public void took(long message, Turn turn, Instant now) {
        afterId = message;
        turnedAt = now;
        switch (turn) {
            case DONE -> done++;
            case KEPT -> kept++;
            case REFUSED -> refused++;
        }
    }

    /** @throws NotResealing when it is not under way */
    public void pause(Instant now) {
        if (state != ResealingState.RUNNING) {
            throw new NotResealing();
        }
        stop(ResealingState.PAUSED, now);
    }

    /** The keys were put away. */
    public void interrupt(Instant now) {
        stop(ResealingState.INTERRUPTED, now);
    }

    /** Every message has had its turn. */
    public void finish(Instant now) {
        stop(ResealingState.FINISHED, now);
    }

    private void stop(ResealingState how, Instant now) {
        state = how;
        turnedAt = now;
    }

    /** How long so many messages take at the pace since it was last begun; empty until that says something. */
    public Optional<Duration> timeFor(long messages, Instant now) {
        int turns = turns() - stretchBase;
        Duration within = Duration.between(stretchFrom, now);
        boolean enough = turns >= ENOUGH_TURNS && within.compareTo(ENOUGH_TIME) >= 0;
        return enough ? Optional.of(within.multipliedBy(messages).dividedBy(turns)) : Optional.empty();
    }

    private int turns() {
        return done + kept + refused;
    }

    public MailboxId owner() {
        return new MailboxId(owner);
    }

    /** Which run of the mailbox it is, from 1. */
    public int number() {
        return number;
    }

    public ResealingState state() {
        return state;
    }

    /** The last message whose turn it was; 0 before the first one. */
    public long afterId() {
        return afterId;
    }

    /** How many messages had that turn. */
    public int count(Turn turn) {
        return switch (turn) {
            case DONE -> done;
            case KEPT -> kept;
            case REFUSED -> refused;
        };
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** When the last message had its turn, or something else last happened to it. */
    public Instant turnedAt() {
        return turnedAt;
    }

    /** For the audit log: numbers only. */
    public String tally() {
        return done + " re-encrypted, " + kept + " kept, " + refused + " refused";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Resealing that && owner.equals(that.owner);
    }

    @Override
    public int hashCode() {
        return owner.hashCode();
    }
}
