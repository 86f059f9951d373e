package org.sealpost.lock;

import java.util.List;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.RecoveryShare;
import org.sealpost.model.OpeningKind;

/** What somebody gives to open the master key. Closing it wipes what was given. */
sealed interface Opening extends AutoCloseable {
    OpeningKind kind();

    @Override
    void close();

    /** The start-up password. */
    record ByPassword(Passphrase password) implements Opening {
        @Override
        public OpeningKind kind() {
            return OpeningKind.PASSWORD;
        }

        @Override
        public void close() {
            password.close();
        }
    }

    /** Recovery shares, as many as came. */
    record ByShares(List<RecoveryShare> shares) implements Opening {
        public ByShares {
            shares = List.copyOf(shares);
        }

        @Override
        public OpeningKind kind() {
            return OpeningKind.SHARES;
        }

        @Override
        public void close() {
            shares.forEach(RecoveryShare::close);
        }
    }

    /** The token under its PIN. */
    record ByToken(Passphrase pin) implements Opening {
        @Override
        public OpeningKind kind() {
            return OpeningKind.TOKEN;
        }

        @Override
        public void close() {
            pin.close();
        }
    }
}
