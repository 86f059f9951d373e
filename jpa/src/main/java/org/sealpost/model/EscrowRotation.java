package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new version of the escrow key, and the moving of all keys to it: begun with the request's last approval, carried on
 * in steps ({@link #moved}), ended when no key is left that could be moved ({@link #end}). One that was broken off stays
 * open until an officer carries it on, or another new version takes its place.
 */
@Entity
@Table(name = "escrow_rotation")
@NamedQuery(
        name = EscrowRotation.OPEN,
        query = "select r from EscrowRotation r where r.endedAt is null order by r.request desc")
@NamedQuery(name = EscrowRotation.NEWEST, query = "select r from EscrowRotation r order by r.request desc")
public class EscrowRotation {
    static final String OPEN = "EscrowRotation.open";
    static final String NEWEST = "EscrowRotation.newest";

    @Id
    private long request;

    @Column(name = "key_version", nullable = false)
    private int keyVersion;

    @Column(name = "to_move", nullable = false)
    private long keys;

    @Column(nullable = false)
    private long moved;

    @Column(name = "last_serial", nullable = false)
    private String lastSerial;

    @Column(name = "begun_at", nullable = false)
    private Instant begunAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected EscrowRotation() {}

    /**
     * A rotation of which nothing is moved yet.
     *
     * @param request number of the request that asked for it
     * @param keyVersion version of the escrow key that the keys move to
     * @param keys how many there are to move
     */
    public EscrowRotation(long request, int keyVersion, long keys, Instant at) {
        this.request = request;
        this.keyVersion = keyVersion;
        this.keys = keys;
        this.lastSerial = "";
        this.begunAt = at;
    }

    /**
     * A step was done.
     *
     * @param some how many keys of the step were moved
     * @param upTo serial number of the step's last key; the next step begins behind it
     */
    public void moved(int some, Serial upTo) {
        requireOpen();
        moved += some;
        lastSerial = upTo.value();
    }

    /** Goes through the keys from the beginning again, for those that could not be moved before. */
    public void again() {
        requireOpen();
        lastSerial = "";
    }

    /** No key is left that could be moved, or another new version takes its place. */
    public void end(Instant at) {
        requireOpen();
        endedAt = at;
    }

    private void requireOpen() {
        if (endedAt != null) {
            throw new IllegalStateException("the rotation of request " + request + " has ended");
        }
    }

    public long request() {
        return request;
    }

    public int keyVersion() {
        return keyVersion;
    }

    /** How many keys there were to move. */
    public long keys() {
        return keys;
    }

    /** How many have been moved. */
    public long moved() {
        return moved;
    }

    /** Serial number behind which the next step begins; empty text for the first one. */
    public String lastSerial() {
        return lastSerial;
    }

    public Instant begunAt() {
        return begunAt;
    }

    /** When it ended; empty while keys may still have to be moved. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EscrowRotation that && request == that.request;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(request);
    }
}
