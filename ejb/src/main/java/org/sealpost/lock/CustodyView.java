package org.sealpost.lock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.model.OpeningKind;

/**
 * What opens the Key Manager, as its page shows it; nothing of it is secret.
 *
 * @param ways what opens it
 * @param holders who holds recovery shares
 * @param tokenConfigured whether a token could be added
 * @param masterVersion version of the master key that is in use
 * @param masterSince when that version was made
 * @param keys how many keys hang under the master key
 * @param keysLeft how many of them hang under an older version still, after a replacement that was broken off
 */
public record CustodyView(
        List<Way> ways,
        List<Holder> holders,
        boolean tokenConfigured,
        int masterVersion,
        Instant masterSince,
        int keys,
        long keysLeft) {
    public CustodyView {
        ways = List.copyOf(ways);
        holders = List.copyOf(holders);
    }

    /** The way of a kind, if there is one. */
    public Optional<Way> way(OpeningKind kind) {
        return ways.stream().filter(way -> way.kind() == kind).findFirst();
    }

    /**
     * One way to open it.
     *
     * @param fingerprint names the password, set or token without giving it away
     * @param needed how many shares are needed, 0 for other ways
     * @param made how many shares there are, 0 for other ways
     * @param label the token's, empty for other ways
     */
    public record Way(
            OpeningKind kind, String fingerprint, int needed, int made, String label, Instant since, String by) {}

    /** Who holds the share of a number. */
    public record Holder(int number, String name) {}
}
