package org.sealpost.recovery;

import org.sealpost.model.EscrowDrill;

/**
 * How a drill stands.
 *
 * @param request number of the request that asked for it
 * @param keys how many there were to open
 * @param turns what became of those that had their turn
 * @param ended whether nothing more comes of it
 * @param running whether keys are being opened at this moment, on this server
 */
public record DrillStanding(long request, long keys, Turns turns, boolean ended, boolean running) {
    /**
     * @param opened how many opened
     * @param failed how many did not
     * @param later how many came into escrow while officers agreed, so that they could not be opened
     */
    public record Turns(long opened, long failed, long later) {
        /** How many there were. */
        public long count() {
            return opened + failed + later;
        }
    }

    static DrillStanding of(EscrowDrill drill, boolean running) {
        return new DrillStanding(
                drill.request(),
                drill.keys(),
                new Turns(drill.opened(), drill.failed(), drill.later()),
                drill.endedAt().isPresent(),
                running);
    }

    /** Whether it was broken off, so that an officer has to go on. */
    public boolean broken() {
        return !ended && !running;
    }

    /** How much is done, 0 to 100. */
    public int percent() {
        return keys == 0 ? 100 : (int) Math.min(100, turns.count() * 100 / keys);
    }
}
