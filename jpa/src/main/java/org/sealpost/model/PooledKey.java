package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An encryption pair made ahead of need, its private half wrapped, so that nobody waits for RSA at enrolment. */
@Entity
@Table(name = "pooled_key")
@NamedQuery(
        name = PooledKey.OLDEST,
        query = "select k.id from PooledKey k where k.keyType = :keyType order by k.madeAt, k.id")
@NamedNativeQuery(
        name = PooledKey.HOLD,
        resultClass = PooledKey.class,
        query = "select * from pooled_key where id = :id for update skip locked")
@NamedQuery(name = PooledKey.COUNT, query = "select count(k) from PooledKey k where k.keyType = :keyType")
public class PooledKey {
    static final String OLDEST = "PooledKey.oldest";
    static final String HOLD = "PooledKey.hold";
    static final String COUNT = "PooledKey.count";

    @Id
    private UUID id;

    @Column(name = "key_type", nullable = false)
    private String keyType;

    @Column(name = "public_key", nullable = false)
    private byte[] publicKey;

    @Column(name = "wrapped_private_key", nullable = false)
    private byte[] wrappedPrivateKey;

    @Column(name = "made_at", nullable = false)
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected PooledKey() {}

    /**
     * @param id bound into the wrapping, so that rows cannot be exchanged
     * @param keyType name of the key type
     * @param publicKey SubjectPublicKeyInfo, DER
     * @param wrappedPrivateKey PKCS #8, wrapped
     */
    public PooledKey(UUID id, String keyType, byte[] publicKey, byte[] wrappedPrivateKey, Instant at) {
        this.id = id;
        this.keyType = keyType;
        this.publicKey = publicKey.clone();
        this.wrappedPrivateKey = wrappedPrivateKey.clone();
        this.madeAt = at;
    }

    public UUID id() {
        return id;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    public byte[] wrappedPrivateKey() {
        return wrappedPrivateKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PooledKey that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
