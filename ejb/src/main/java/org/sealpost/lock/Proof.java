package org.sealpost.lock;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.crypto.MistypedShare;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.RecoveryShare;

/**
 * The start-up password and recovery shares, typed again from paper: whoever cannot do it now will not be able to when
 * it counts. Closing it wipes both.
 *
 * @param password the start-up password
 * @param shares as many as are needed
 */
public record Proof(@NotNull Passphrase password, List<RecoveryShare> shares) implements AutoCloseable {
    public Proof {
        shares = List.copyOf(shares);
    }

    /**
     * Reads shares as they were typed; empty fields count for nothing.
     *
     * @throws MistypedShare when one of them cannot be a share
     */
    public static List<RecoveryShare> shares(List<String> typed) {
        List<RecoveryShare> shares = new ArrayList<>();
        for (String text : typed) {
            if (!text.isBlank()) {
                shares.add(RecoveryShare.parse(text));
            }
        }
        return shares;
    }

    @Override
    public void close() {
        password.close();
        shares.forEach(RecoveryShare::close);
    }
}
