package org.sealpost.lock;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.sealpost.crypto.RecoveryShare;

/**
 * Recovery shares to be made.
 *
 * @param needed how many open the Key Manager, 2 to the number of holders
 * @param holders who gets one, in words: at least two
 */
public record ShareOrder(
        int needed, @Size(min = 2, max = RecoveryShare.MOST) List<@NotBlank @Size(max = 200) String> holders) {
    /** Two of three, for whoever has not thought about it yet. */
    public static final ShareOrder TWO_OF_THREE =
            new ShareOrder(2, List.of("First holder", "Second holder", "Third holder"));

    /** As others are asked about it: how many, of whom. */
    String label() {
        return needed + " of " + holders.size() + ": " + String.join(", ", holders);
    }

    /** @throws SharesRefused when such a set cannot be */
    public ShareOrder {
        holders = List.copyOf(holders);
        if (needed < 2 || needed > holders.size() || holders.size() > RecoveryShare.MOST) {
            throw SharesRefused.impossible(needed, holders.size());
        }
    }
}
