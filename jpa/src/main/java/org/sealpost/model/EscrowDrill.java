package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A drill that opens every escrowed key once: begun with the request's last approval, carried on in steps ({@link #took}),
 * ended when every key had its turn ({@link #end}). One that was broken off stays open until an officer carries it on,
 * another drill or a new escrow key takes its place, or a day is over.
 */
@Entity
@Table(name = "escrow_drill")
@NamedQuery(
        name = EscrowDrill.OPEN,
        query = "select d from EscrowDrill d where d.endedAt is null order by d.request desc")
@NamedQuery(name = EscrowDrill.NEWEST, query = "select d from EscrowDrill d order by d.request desc")
public class EscrowDrill {
    static final String OPEN = "EscrowDrill.open";
    static final String NEWEST = "EscrowDrill.newest";

    private static final int NAMED = 10;
    private static final String COMMA = ", ";

    @Id
    private long request;

    @Column(name = "to_open", nullable = false)
    private long keys;

    @Column(nullable = false)
    private long opened;

    @Column(nullable = false)
    private long failed;

    @Column(nullable = false)
    private long later;

    @Column(nullable = false)
    private String named;

    @Column(name = "last_serial", nullable = false)
    private String lastSerial;

    @Column(name = "begun_at", nullable = false)
    private Instant begunAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected EscrowDrill() {}

    /**
     * A drill that has opened nothing yet.
     *
     * @param request number of the request that asked for it
     * @param keys how many there are to open
     */
    public EscrowDrill(long request, long keys, Instant at) {
        this.request = request;
        this.keys = keys;
        this.named = "";
        this.lastSerial = "";
        this.begunAt = at;
    }

    /**
     * What became of the keys of one step.
     *
     * @param opened how many opened
     * @param failed those that did not
     * @param later how many came into escrow too late for it
     * @param upTo serial number of the step's last key; the next step begins behind it
     */
    public record Step(int opened, List<Serial> failed, int later, Serial upTo) {
        /** Keeps a copy. */
        public Step {
            failed = List.copyOf(failed);
        }
    }

    /** A step was done. */
    public void took(Step step) {
        if (endedAt != null) {
            throw new IllegalStateException("the drill of request " + request + " has ended");
        }
        opened += step.opened();
        failed += step.failed().size();
        later += step.later();
        named = Stream.concat(named().stream(), step.failed().stream().map(Serial::value))
                .limit(NAMED)
                .collect(Collectors.joining(COMMA));
        lastSerial = step.upTo().value();
    }

    /** Every key had its turn, or nobody is to go on. */
    public void end(Instant at) {
        endedAt = at;
    }

    public long request() {
        return request;
    }

    /** How many keys there were to open. */
    public long keys() {
        return keys;
    }

    /** How many opened. */
    public long opened() {
        return opened;
    }

    /** How many did not. */
    public long failed() {
        return failed;
    }

    /** How many came into escrow while officers agreed, so that they could not be opened. */
    public long later() {
        return later;
    }

    /** The first of those that did not open, by serial number. */
    public List<String> named() {
        return named.isEmpty() ? List.of() : List.of(named.split(COMMA));
    }

    /** Serial number behind which the next step begins; empty text for the first one. */
    public String lastSerial() {
        return lastSerial;
    }

    public Instant begunAt() {
        return begunAt;
    }

    /** When it ended; empty while it may go on. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EscrowDrill that && request == that.request;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(request);
    }
}
