package org.sealpost.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.model.KeySharing;
import org.sealpost.model.RecoveryOfficer;

/**
 * Who can open escrowed keys.
 *
 * @param officers who share the escrow key; empty while it hangs under the master key and one administrator could open it
 * @param needed how many of them are needed
 * @param since when they came into office
 * @param keyVersion version of the escrow key
 * @param keysByVersion how many keys are sealed to each version
 */
public record Officers(
        List<RecoveryOfficer> officers,
        int needed,
        Optional<Instant> since,
        int keyVersion,
        Map<Integer, Long> keysByVersion) {
    public Officers {
        officers = List.copyOf(officers);
        keysByVersion = Map.copyOf(keysByVersion);
    }

    static Officers of(Optional<KeySharing> current, Map<Integer, Long> keys) {
        return current.map(sharing -> new Officers(
                        sharing.officers(),
                        sharing.size().needed(),
                        Optional.of(sharing.changedAt()),
                        sharing.escrowVersion(),
                        keys))
                .orElseGet(() -> new Officers(List.of(), 0, Optional.empty(), 1, keys));
    }

    /** Whether nobody alone can open a key. */
    public boolean shared() {
        return !officers.isEmpty();
    }

    /** How many keys there are altogether. */
    public long keys() {
        return keysByVersion.values().stream().mapToLong(Long::longValue).sum();
    }
}
