package org.sealpost.lock;

import java.util.List;
import java.util.Optional;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.RecoveryShare;

/**
 * What somebody gives to open a backup: what opened the Key Manager when the backup was made. Closing it wipes it.
 *
 * @param password the start-up password of that time; without it, shares
 * @param shares recovery shares of that time
 */
public record BackupSecret(Optional<Passphrase> password, List<RecoveryShare> shares) implements AutoCloseable {
    public BackupSecret {
        shares = List.copyOf(shares);
    }

    Opening opening() {
        return password.<Opening>map(Opening.ByPassword::new).orElseGet(() -> new Opening.ByShares(shares));
    }

    @Override
    public void close() {
        password.ifPresent(Passphrase::close);
        shares.forEach(RecoveryShare::close);
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "***";
    }
}
