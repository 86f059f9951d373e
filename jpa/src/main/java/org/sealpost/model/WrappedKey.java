package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A key of the Key Manager, wrapped under its master key. */
@Entity
@Table(name = "wrapped_key")
public class WrappedKey {
    @Id
    @Enumerated(EnumType.STRING)
    private KeyPurpose purpose;

    @Column(nullable = false)
    private byte[] wrapped;

    @Column(name = "public_key")
    private byte @Nullable [] publicKey;

    @Column(name = "master_version", nullable = false)
    private int masterVersion;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected WrappedKey() {}

    /**
     * @param masterVersion version of the master key that wraps it
     * @param wrapped the secret or private key under the master key
     * @param publicKey the public half in clear, null for a secret key
     */
    public WrappedKey(KeyPurpose purpose, int masterVersion, byte[] wrapped, byte @Nullable [] publicKey) {
        this.purpose = purpose;
        this.masterVersion = masterVersion;
        this.wrapped = wrapped.clone();
        this.publicKey = publicKey == null ? null : publicKey.clone();
    }

    public KeyPurpose purpose() {
        return purpose;
    }

    public byte[] wrapped() {
        return wrapped.clone();
    }

    /** The private half is gone for good, only the public one stays. */
    public void surrender() {
        wrapped = new byte[0];
    }

    /** Whether the private half is gone: others hold it now. */
    public boolean surrendered() {
        return wrapped.length == 0;
    }

    /** Version of the master key that wraps it. */
    public int masterVersion() {
        return masterVersion;
    }

    /** It hangs under another version of the master key from now on. */
    public void rewrap(int version, byte[] rewrapped) {
        masterVersion = version;
        wrapped = rewrapped.clone();
    }

    /**
     * The public half, usable in every state of the Key Manager.
     *
     * @throws IllegalStateException when it is a secret key
     */
    public byte[] publicKey() {
        if (publicKey == null) {
            throw new IllegalStateException(purpose + " is a secret key");
        }
        return publicKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrappedKey that && purpose == that.purpose;
    }

    @Override
    public int hashCode() {
        return purpose.hashCode();
    }
}
