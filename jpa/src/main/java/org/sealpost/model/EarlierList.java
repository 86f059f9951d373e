package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** A complete revocation list that was replaced but may still be relied on: remembered by its number alone. */
@Entity
@Table(name = "earlier_list")
@NamedQuery(name = EarlierList.OLDEST, query = "select min(l.crlNumber) from EarlierList l where l.nextUpdate > :now")
@NamedQuery(name = EarlierList.FORGET, query = "delete from EarlierList l where l.nextUpdate <= :now")
class EarlierList {
    static final String OLDEST = "EarlierList.oldest";
    static final String FORGET = "EarlierList.forget";

    @Id
    @Column(name = "crl_number")
    private long crlNumber;

    @Column(name = "next_update", nullable = false)
    private Instant nextUpdate;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected EarlierList() {}

    EarlierList(RevocationListRecord replaced) {
        this.crlNumber = replaced.crlNumber();
        this.nextUpdate = replaced.nextUpdate();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EarlierList that && crlNumber == that.crlNumber;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(crlNumber);
    }
}
