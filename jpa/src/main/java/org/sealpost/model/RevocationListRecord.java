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
public class RevocationListRecord {
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
    private byte[] encoded;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected RevocationListRecord() {}

    /**
     * @param crlNumber greater than every number before (RFC 5280 section 5.2.3)
     * @param encoded the list, DER
     */
    public RevocationListRecord(long crlNumber, Instant thisUpdate, Instant nextUpdate, byte[] encoded) {
        this.crlNumber = crlNumber;
        this.thisUpdate = thisUpdate;
        this.nextUpdate = nextUpdate;
        this.encoded = encoded.clone();
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
