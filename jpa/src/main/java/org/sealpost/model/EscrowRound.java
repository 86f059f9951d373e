package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A round in which every escrowed key has its turn: begun with the request's last approval, carried on in steps, ended when
 * no key is left. One that was broken off stays open until an officer carries it on or it is ended unfinished.
 */
@MappedSuperclass
public abstract class EscrowRound {
    @Id
    private long request;

    @Column(nullable = false)
    private long keys;

    @Column(name = "last_serial", nullable = false)
    private String lastSerial;

    @Column(name = "begun_at", nullable = false)
    private Instant begunAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected EscrowRound() {}

    /** One in which no key has had its turn yet. */
    EscrowRound(long request, long keys, Instant at) {
        this.request = request;
        this.keys = keys;
        this.lastSerial = "";
        this.begunAt = at;
    }

    /**
     * The next step begins there.
     *
     * @param serial number of the last key before it; empty text for the first one
     */
    void goOnBehind(String serial) {
        if (endedAt != null) {
            throw new IllegalStateException("what request " + request + " asked for has ended");
        }
        lastSerial = serial;
    }

    /** No key is left whose turn could come, or nobody is to go on. */
    public void end(Instant at) {
        endedAt = at;
    }

    /** Number of the request that asked for it. */
    public long request() {
        return request;
    }

    /** How many keys there were when it began. */
    public long keys() {
        return keys;
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
        return other instanceof EscrowRound that && request == that.request;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(request);
    }
}
