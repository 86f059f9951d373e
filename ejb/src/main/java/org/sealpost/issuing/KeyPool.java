package org.sealpost.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.KeyWrap;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.PooledKey;
import org.sealpost.model.PooledKeyRepository;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.settings.ServerConfiguration;

/**
 * The stock of encryption pairs made ahead, wrapped at rest: of the type that new ones have, if making one takes long
 * enough to be worth it. Pairs of elliptic curves are made when they are needed.
 */
@ApplicationScoped
public class KeyPool {
    private static final String PURPOSE = "pooled_key";

    @Inject
    KeyRing ring;

    @Inject
    KeyWrap keyWrap;

    @Inject
    KeyPairs keyPairs;

    @Inject
    Providers providers;

    @Inject
    PooledKeyRepository stock;

    @Inject
    ServerConfiguration configuration;

    @Inject
    Clock clock;

    /**
     * A pair for an encryption certificate; out of the stock it is gone when the caller's transaction commits.
     *
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public KeyPair take(KeyType type) {
        return stock.take(type.name()).map(this::open).orElseGet(() -> keyPairs.generate(type));
    }

    /** How many pairs are in stock. */
    @Transactional(Transactional.TxType.REQUIRED)
    public int size() {
        return stock.count(kept().name());
    }

    /** How many pairs the stock is to hold; none of a type that is made in no time. */
    int wanted() {
        return kept().slow() ? configuration.poolSize() : 0;
    }

    /** The type of new encryption pairs, which is what the stock holds. */
    KeyType kept() {
        return configuration.encryptionKey();
    }

    /** Puts a pair into the stock; making it took its time before the transaction. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void put(KeyPair pair) {
        UUID id = UUID.randomUUID();
        try (SecretBytes encoded = SecretBytes.taking(pair.getPrivate().getEncoded())) {
            byte[] wrapped = ring.use(
                    running -> keyWrap.wrap(running.poolKey().asAesKey(), encoded.expose(), PURPOSE, id.toString()));
            stock.add(new PooledKey(id, kept().name(), pair.getPublic().getEncoded(), wrapped, clock.instant()));
        }
    }

    /** Whether each pair in stock opens. */
    @Transactional(Transactional.TxType.REQUIRED)
    public Map<UUID, Boolean> check() {
        return stock.all(kept().name()).stream().collect(Collectors.toMap(PooledKey::id, this::opens));
    }

    /** Throws away what does not open. @return how many pairs */
    @Transactional(Transactional.TxType.REQUIRED)
    public long discardUnopenable() {
        List<PooledKey> broken = stock.all(kept().name()).stream()
                .filter(pooled -> !opens(pooled))
                .toList();
        broken.forEach(stock::discard);
        return broken.size();
    }

    private boolean opens(PooledKey pooled) {
        try {
            open(pooled);
            return true;
        } catch (UnwrapFailed | BadEncoding e) {
            return false;
        }
    }

    private KeyPair open(PooledKey pooled) {
        PrivateKey key = ring.use(running -> {
            try (SecretBytes encoded = keyWrap.unwrap(
                    running.poolKey().asAesKey(),
                    pooled.wrappedPrivateKey(),
                    PURPOSE,
                    pooled.id().toString())) {
                return providers.privateKey(encoded);
            }
        });
        return new KeyPair(providers.publicKey(pooled.publicKey()), key);
    }
}
