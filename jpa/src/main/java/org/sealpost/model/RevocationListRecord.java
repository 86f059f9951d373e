package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** A signed revocation list (RFC 5280 section 5), kept so that it is served in every state of the Key Manager. */
@Entity
@Table(name = "revocation_list")
@NamedQuery(
        name = RevocationListRecord.NEWEST,
        query = "select l from RevocationListRecord l order by l.crlNumber desc")
@NamedQuery(
        name = RevocationListRecord.REMOVE_OLDER,
        query = "delete from RevocationListRecord l where l.crlNumber < :crlNumber")
@NamedQuery(
        name = RevocationListRecord.LIST,
        query = "update IssuedCertificate c set c.listedIn = :number"
                + " where c.state = org.sealpost.model.CertificateState.REVOKED and c.listedIn is null")
@NamedQuery(
        name = RevocationListRecord.UNLISTED,
        query = "select c.serial from IssuedCertificate c"
                + " where c.state = org.sealpost.model.CertificateState.REVOKED and c.listedIn is null")
@NamedQuery(
        name = RevocationListRecord.LISTED,
        query = "select new org.sealpost.model.RevokedSerial(c.serial, c.revokedAt, c.reason, c.invalidSince)"
                + " from IssuedCertificate c where c.state = org.sealpost.model.CertificateState.REVOKED"
                + " and c.listedIn > :base and c.listedIn <= :number and (c.notAfter > :cutoff"
                + " or c.reason = org.sealpost.pki.RevocationReason.KEY_COMPROMISE)")
public class RevocationListRecord {
    static final String LIST = "RevocationListRecord.list";
    static final String UNLISTED = "RevocationListRecord.unlisted";
    static final String LISTED = "RevocationListRecord.listed";
    static final String NEWEST = "RevocationListRecord.newest";
    static final String REMOVE_OLDER = "RevocationListRecord.removeOlder";

    @Id
    @Column(name = "crl_number")
    private long crlNumber;

    @Column(name = "this_update", nullable = false)
    private Instant thisUpdate;

    @Column(name = "next_update", nullable = false)
    private Instant nextUpdate;

    @Column(nullable = false)
    private int entries;

    @Column(nullable = false)
    private byte[] encoded;

    @Column(name = "delta_base", nullable = false)
    private long deltaBase;

    @Column(nullable = false)
    private byte[] delta;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected RevocationListRecord() {}

    /**
     * @param crlNumber greater than every number before (RFC 5280 section 5.2.3)
     * @param thisUpdate when it was made
     * @param nextUpdate until when it may be relied on
     * @param complete the list
     * @param delta the delta list that goes with it
     */
    public RevocationListRecord(
            long crlNumber, Instant thisUpdate, Instant nextUpdate, Complete complete, Delta delta) {
        this.crlNumber = crlNumber;
        this.thisUpdate = thisUpdate;
        this.nextUpdate = nextUpdate;
        this.entries = complete.entries();
        this.encoded = complete.encoded().clone();
        this.deltaBase = delta.base();
        this.delta = delta.encoded().clone();
    }

    /**
     * The complete list.
     *
     * @param entries how many certificates it names
     * @param encoded DER
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Complete(int entries, byte[] encoded) {}

    /**
     * What was revoked since an earlier list (RFC 5280 section 5.2.4).
     *
     * @param base number of that list
     * @param encoded DER
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Delta(long base, byte[] encoded) {}

    /** How many certificates it names. */
    public int entries() {
        return entries;
    }

    public Delta delta() {
        return new Delta(deltaBase, delta.clone());
    }

    public long crlNumber() {
        return crlNumber;
    }

    public Instant thisUpdate() {
        return thisUpdate;
    }

    /** When the next list is due at the latest; from then on signatures cannot be trusted by this one. */
    public Instant nextUpdate() {
        return nextUpdate;
    }

    public byte[] encoded() {
        return encoded.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RevocationListRecord that && crlNumber == that.crlNumber;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(crlNumber);
    }
}
