package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.sealpost.crypto.PasswordHardening;

/**
 * The organisation's Key Manager as it was set up: there is one row or none, which is how set-up refuses a second one.
 */
@Entity
@Table(name = "key_manager")
public class KeyManagerRecord {
    static final int ONLY = 1;

    @Id
    private int id;

    @Column(nullable = false)
    private String organisation;

    @Column(name = "ca_certificate", nullable = false)
    private byte[] caCertificate;

    @Column(name = "memory_kib", nullable = false)
    private int memoryKib;

    @Column(nullable = false)
    private int passes;

    @Column(nullable = false)
    private int lanes;

    @Column(nullable = false)
    private byte[] salt;

    @Column(name = "wrapped_master_key", nullable = false)
    private byte[] wrappedMasterKey;

    @Column(name = "set_up_at", nullable = false)
    private Instant setUpAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected KeyManagerRecord() {}

    /**
     * @param organisation name in the certificates
     * @param caCertificate the root certificate, DER
     * @param masterKey how the master key is wrapped
     */
    public KeyManagerRecord(String organisation, byte[] caCertificate, WrappedMasterKey masterKey, Instant at) {
        this.id = ONLY;
        this.organisation = organisation;
        this.caCertificate = caCertificate.clone();
        this.memoryKib = masterKey.hardening().memoryKib();
        this.passes = masterKey.hardening().passes();
        this.lanes = masterKey.hardening().lanes();
        this.salt = masterKey.salt();
        this.wrappedMasterKey = masterKey.wrapped();
        this.setUpAt = at;
    }

    public String organisation() {
        return organisation;
    }

    public byte[] caCertificate() {
        return caCertificate.clone();
    }

    public WrappedMasterKey masterKey() {
        return new WrappedMasterKey(new PasswordHardening(memoryKib, passes, lanes), salt, wrappedMasterKey);
    }

    public Instant setUpAt() {
        return setUpAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyManagerRecord;
    }

    @Override
    public int hashCode() {
        return ONLY;
    }

    /**
     * The master key under the start-up password.
     *
     * @param hardening cost of the password hardening
     * @param salt of the password hardening
     * @param wrapped the master key under the hardened password
     */
    public record WrappedMasterKey(PasswordHardening hardening, byte[] salt, byte[] wrapped) {
        public WrappedMasterKey {
            salt = salt.clone();
            wrapped = wrapped.clone();
        }

        @Override
        public byte[] salt() {
            return salt.clone();
        }

        @Override
        public byte[] wrapped() {
            return wrapped.clone();
        }
    }
}
