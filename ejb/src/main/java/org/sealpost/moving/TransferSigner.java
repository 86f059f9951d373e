package org.sealpost.moving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sealpost.lock.KeyRing;
import org.sealpost.pki.CertificateAuthority.MessageOrder;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

/** Signs what goes to another Key Manager: each message by a pair of its own that is certified for a month and kept nowhere. */
@ApplicationScoped
class TransferSigner {
    /** How long a message may be on its way. */
    static final Duration VALID = Duration.ofDays(30);

    /** The other Key Manager's clock may be slow. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    @Inject
    KeyRing ring;

    @Inject
    KeyPairs keyPairs;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /** A message that is signed by a key of an authority. */
    interface Message {
        /** @param signer not to be kept */
        byte[] sign(OwnedKey signer, X509Certificate authority);
    }

    /** @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running */
    byte[] sign(Message message) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        KeyPair pair = keyPairs.generate(KeyType.EC_P256);
        MessageOrder order = new MessageOrder(
                pair.getPublic(), CertificateOrder.newSerial(random), now.minus(SKEW), now.plus(VALID));
        X509Certificate certificate = ring.use(running -> running.authority().issueForMessages(order));
        try (OwnedKey signer = new OwnedKey(pair.getPrivate(), certificate)) {
            return message.sign(signer, ring.publicKeys().authority());
        }
    }
}
