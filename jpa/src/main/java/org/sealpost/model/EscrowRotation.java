package org.sealpost.model;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A new version of the escrow key, and the moving of all keys to it ({@link #moved}). Another new version takes the place of
 * one that was broken off.
 */
@Entity
@Table(name = "escrow_rotation")
@AttributeOverride(name = "keys", column = @Column(name = "to_move", nullable = false))
public class EscrowRotation extends EscrowRound {
    @Column(name = "key_version", nullable = false)
    private int keyVersion;

    @Column(nullable = false)
    private long moved;

    protected EscrowRotation() {}

    /**
     * A rotation of which nothing is moved yet.
     *
     * @param request number of the request that asked for it
     * @param keyVersion version of the escrow key that the keys move to
     * @param keys how many there are to move
     */
    public EscrowRotation(long request, int keyVersion, long keys, Instant at) {
        super(request, keys, at);
        this.keyVersion = keyVersion;
    }

    /**
     * A step was done.
     *
     * @param some how many keys of the step were moved
     * @param upTo serial number of the step's last key; the next step begins behind it
     */
    public void moved(int some, Serial upTo) {
        goOnBehind(upTo.value());
        moved += some;
    }

    /** Goes through the keys from the beginning again, for those that could not be moved before. */
    public void again() {
        goOnBehind("");
    }

    public int keyVersion() {
        return keyVersion;
    }

    /** How many have been moved. */
    public long moved() {
        return moved;
    }
}
