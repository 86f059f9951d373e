package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.TransferCertificate;

/** A certificate of our own escrow's key, given to other organisations so that they seal the keys of people who come here. */
@Entity
@Table(name = "offered_certificate")
@NamedQuery(
        name = OfferedCertificate.OF_VERSION,
        query = "select c from OfferedCertificate c where c.escrowVersion = :version order by c.validUntil desc")
public class OfferedCertificate {
    static final String OF_VERSION = "OfferedCertificate.ofVersion";

    @Id
    private String fingerprint;

    @Column(name = "escrow_version", nullable = false)
    private int escrowVersion;

    @Column(nullable = false)
    private byte[] encoded;

    @Column(name = "valid_until", nullable = false)
    private Instant validUntil;

    @Column(name = "offered_by", nullable = false)
    private String offeredBy;

    @Column(name = "offered_at", nullable = false)
    private Instant offeredAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected OfferedCertificate() {}

    /**
     * @param escrowVersion version of the escrow key that it certifies
     * @param by login name
     */
    public OfferedCertificate(TransferCertificate certificate, int escrowVersion, String by, Instant at) {
        this.fingerprint = certificate.fingerprint().hex();
        this.escrowVersion = escrowVersion;
        this.encoded = Certificates.der(certificate.certificate());
        this.validUntil = certificate.until();
        this.offeredBy = by;
        this.offeredAt = at;
    }

    /** Version of the escrow key. */
    public int escrowVersion() {
        return escrowVersion;
    }

    public TransferCertificate certificate() {
        return new TransferCertificate(Certificates.parse(encoded));
    }

    public Instant validUntil() {
        return validUntil;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OfferedCertificate that && fingerprint.equals(that.fingerprint);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }
}
