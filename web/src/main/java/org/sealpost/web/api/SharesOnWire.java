package org.sealpost.web.api;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.sealpost.lock.HandedShare;

/** What travels of recovery shares. They are secrets: no form of these records shows them but the wire's. */
public final class SharesOnWire {
    private SharesOnWire() {}

    /**
     * The shares of a set, each told this once.
     *
     * @param shares in the order of their holders
     */
    public record Handed(List<Share> shares) {
        static Handed of(List<HandedShare> shares) {
            return new Handed(shares.stream().map(Share::of).toList());
        }

        /** Never the shares. */
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * One share.
     *
     * @param set fingerprint of its set
     * @param number from 1
     * @param needed how many of the set open the Key Manager
     * @param holder for whom it is
     * @param text the secret, to be typed when it is needed
     */
    public record Share(String set, int number, int needed, String holder, String text) {
        static Share of(HandedShare share) {
            return new Share(share.set(), share.number(), share.needed(), share.holder(), share.text());
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * Shares as they were typed.
     *
     * @param shares as many as the proof takes
     */
    public record Typed(@NotNull List<String> shares) {
        /** Never the shares. */
        @Override
        public String toString() {
            return "***";
        }
    }
}
