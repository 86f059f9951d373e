package org.sealpost.certification;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sealpost.cmp.CmpSigner;
import org.sealpost.crypto.Providers;
import org.sealpost.lock.KeyManagerUnavailable;
import org.sealpost.lock.KeyRing;
import org.sealpost.pki.CertificateAuthority.MessageOrder;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

/**
 * The pair that signs the Key Manager's messages. It is made when the first message is to be signed, certified for two
 * days, replaced after one, and never stored: stopping the Key Manager or the server is its end.
 */
@ApplicationScoped
class MessageSigner implements AutoCloseable {
    private static final Duration VALID = Duration.ofDays(2);
    private static final Duration USED = Duration.ofDays(1);

    /** Programs' clocks may be slow. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private @Nullable CmpSigner signer;
    private Instant replacedAt = Instant.EPOCH;

    @Inject
    KeyRing ring;

    @Inject
    KeyPairs keyPairs;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /** @throws KeyManagerUnavailable unless the Key Manager is running */
    synchronized CmpSigner current() {
        try {
            ring.requireRunning();
        } catch (KeyManagerUnavailable e) {
            close();
            throw e;
        }
        Instant now = clock.instant();
        X509Certificate authority = ring.publicKeys().authority();
        CmpSigner present = signer;
        if (present == null || !now.isBefore(replacedAt) || !present.authority().equals(authority)) {
            present = made(authority, now.truncatedTo(ChronoUnit.SECONDS));
            signer = present;
            replacedAt = now.plus(USED);
        }
        return present;
    }

    private CmpSigner made(X509Certificate authority, Instant now) {
        KeyPair pair = keyPairs.generate(KeyType.EC_P256);
        MessageOrder order = new MessageOrder(
                pair.getPublic(), CertificateOrder.newSerial(random), now.minus(SKEW), now.plus(VALID));
        X509Certificate certificate = ring.use(running -> running.authority().issueForMessages(order));
        return new CmpSigner(providers, new OwnedKey(pair.getPrivate(), certificate), authority);
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        if (signer != null) {
            signer.close();
            signer = null;
        }
    }
}
