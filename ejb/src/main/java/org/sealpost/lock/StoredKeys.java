package org.sealpost.lock;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.model.KeyManagerRecord;
import org.sealpost.model.KeyPurpose;
import org.sealpost.model.WrappedKey;
import org.sealpost.pki.Certificates;

/** The Key Manager as it lies in the database: every secret wrapped. */
record StoredKeys(KeyManagerRecord record, Map<KeyPurpose, WrappedKey> keys, StoredWays ways) {
    StoredKeys {
        keys = Map.copyOf(keys);
        if (keys.size() != KeyPurpose.values().length) {
            throw new IllegalArgumentException("keys are missing, there are only " + keys.keySet());
        }
    }

    PublicKeys publicKeys() {
        return new PublicKeys(
                record.organisation(),
                Certificates.parse(record.caCertificate()),
                key(KeyPurpose.ESCROW).publicKey(),
                key(KeyPurpose.SPOOL).publicKey());
    }

    Optional<WrappedKey> find(KeyPurpose purpose) {
        return Optional.ofNullable(keys.get(purpose));
    }

    WrappedKey key(KeyPurpose purpose) {
        return Objects.requireNonNull(keys.get(purpose));
    }

    /** Everything that the master key opens; each part goes to its holder, who closes it. */
    record Opened(RunningKeys running, SecretBytes spool, SecretBytes chain) implements AutoCloseable {
        @Override
        public void close() {
            running.close();
            spool.close();
            chain.close();
        }

        @Override
        public String toString() {
            return "Opened";
        }
    }
}
