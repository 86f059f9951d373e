package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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

    @Column(name = "set_up_at", nullable = false)
    private Instant setUpAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected KeyManagerRecord() {}

    /**
     * @param organisation name in the certificates
     * @param caCertificate the root certificate, DER
     */
    public KeyManagerRecord(String organisation, byte[] caCertificate, Instant at) {
        this.id = ONLY;
        this.organisation = organisation;
        this.caCertificate = caCertificate.clone();
        this.setUpAt = at;
    }

    public String organisation() {
        return organisation;
    }

    public byte[] caCertificate() {
        return caCertificate.clone();
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
}
