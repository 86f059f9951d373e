package org.sealpost.model;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A drill that opens every escrowed key once ({@link #took}). Another drill or a new escrow key takes the place of one that
 * was broken off, or it ends when a day is over.
 */
@Entity
@Table(name = "escrow_drill")
@AttributeOverride(name = "keys", column = @Column(name = "to_open", nullable = false))
public class EscrowDrill extends EscrowRound {
    private static final int NAMED = 10;
    private static final String COMMA = ", ";

    @Column(nullable = false)
    private long opened;

    @Column(nullable = false)
    private long failed;

    @Column(nullable = false)
    private long later;

    @Column(nullable = false)
    private String named;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected EscrowDrill() {}

    /**
     * A drill that has opened nothing yet.
     *
     * @param request number of the request that asked for it
     * @param keys how many there are to open
     */
    public EscrowDrill(long request, long keys, Instant at) {
        super(request, keys, at);
        this.named = "";
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
        goOnBehind(step.upTo().value());
        opened += step.opened();
        failed += step.failed().size();
        later += step.later();
        named = Stream.concat(named().stream(), step.failed().stream().map(Serial::value))
                .limit(NAMED)
                .collect(Collectors.joining(COMMA));
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
}
