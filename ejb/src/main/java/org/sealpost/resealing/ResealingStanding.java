package org.sealpost.resealing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.model.ResealingState;

/**
 * Where a mailbox's stored mail stands.
 *
 * @param sealed how many stored messages are sealed
 * @param due how many of them are known to be sealed weaker than today, without those that the last run had to leave
 * @param unknown how many of them another program has sealed, nobody knows how until they are opened
 * @param format how they would be sealed today; empty when nothing can be sealed to the mailbox
 * @param run the run under way or the last one; empty before the first
 */
public record ResealingStanding(
        long sealed, long due, long unknown, Optional<EncryptionFormat> format, Optional<Run> run) {

    /** Whether there is something to begin with. */
    public boolean worthwhile() {
        return format.isPresent() && due + unknown > 0;
    }

    /**
     * A run.
     *
     * @param state {@link ResealingState#INTERRUPTED} too when nobody has been at it for a minute, as after a crash
     * @param done put into new envelopes
     * @param kept sealed well enough already
     * @param refused left as they were, with a reason for each
     * @param left whose turn is still to come
     * @param remaining for how long, once that can be told
     * @param turnedAt when something last happened
     */
    public record Run(
            ResealingState state,
            int done,
            int kept,
            int refused,
            long left,
            Optional<Duration> remaining,
            Instant turnedAt) {

        /** Whether somebody is at it. */
        public boolean going() {
            return state == ResealingState.RUNNING;
        }

        /** Whether it stopped in the middle. */
        public boolean stopped() {
            return state == ResealingState.PAUSED || state == ResealingState.INTERRUPTED;
        }

        /** How much has had its turn, in percent. */
        public int percent() {
            long turns = (long) done + kept + refused;
            return turns + left == 0 ? 100 : (int) (turns * 100 / (turns + left));
        }
    }
}
