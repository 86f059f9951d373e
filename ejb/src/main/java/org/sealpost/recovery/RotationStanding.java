package org.sealpost.recovery;

import org.sealpost.model.EscrowRotation;

/**
 * How moving the keys to a new version of the escrow key stands.
 *
 * @param request number of the request that asked for it
 * @param keyVersion the new version
 * @param keys how many there were to move
 * @param moved how many have been moved
 * @param ended whether no key is left that could be moved
 * @param running whether keys are being moved at this moment, on this server
 */
public record RotationStanding(long request, int keyVersion, long keys, long moved, boolean ended, boolean running) {
    static RotationStanding of(EscrowRotation rotation, boolean running) {
        return new RotationStanding(
                rotation.request(),
                rotation.keyVersion(),
                rotation.keys(),
                rotation.moved(),
                rotation.endedAt().isPresent(),
                running);
    }

    /** Whether it was broken off, so that an officer has to go on. */
    public boolean broken() {
        return !ended && !running;
    }

    /** How much is done, 0 to 100. */
    public int percent() {
        return keys == 0 ? 100 : (int) (moved * 100 / keys);
    }
}
