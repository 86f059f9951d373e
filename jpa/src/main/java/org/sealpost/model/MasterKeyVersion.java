package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One master key: the newest wraps what is wrapped now. An older one is there only while a rotation still moves what
 * hangs under it.
 */
@Entity
@Table(name = "master_key")
@NamedQuery(name = MasterKeyVersion.ALL, query = "select m from MasterKeyVersion m order by m.number")
public class MasterKeyVersion {
    static final String ALL = "MasterKeyVersion.all";

    @Id
    @Column(name = "version_number")
    private int number;

    @Column(name = "made_by", nullable = false)
    private String madeBy;

    @Column(name = "made_at", nullable = false)
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected MasterKeyVersion() {}

    /** @param number from 1 on */
    public MasterKeyVersion(int number, OpeningWay.Making making) {
        this.number = number;
        this.madeBy = making.by();
        this.madeAt = making.at();
    }

    public int number() {
        return number;
    }

    public OpeningWay.Making making() {
        return new OpeningWay.Making(madeBy, madeAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MasterKeyVersion that && number == that.number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
