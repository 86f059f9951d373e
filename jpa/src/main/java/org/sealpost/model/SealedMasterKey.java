package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One version of the master key, sealed to one way of opening it. */
@Entity
@Table(name = "sealed_master_key")
@NamedQuery(name = SealedMasterKey.ALL, query = "select s from SealedMasterKey s order by s.id.version, s.id.kind")
public class SealedMasterKey {
    static final String ALL = "SealedMasterKey.all";

    @EmbeddedId
    private Id id;

    @Column(nullable = false)
    private byte[] sealed;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected SealedMasterKey() {}

    /** @param sealed the master key, sealed to the way's public key with kind and version as associated data */
    public SealedMasterKey(OpeningKind kind, int version, byte[] sealed) {
        this.id = new Id(kind, version);
        this.sealed = sealed.clone();
    }

    public OpeningKind kind() {
        return id.kind;
    }

    public int version() {
        return id.version;
    }

    public byte[] sealed() {
        return sealed.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedMasterKey that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Way and version. */
    @Embeddable
    static class Id implements Serializable {
        private static final long serialVersionUID = 1;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        private OpeningKind kind;

        @Column(name = "version_number", nullable = false)
        private int version;

        @SuppressWarnings("NullAway.Init") // filled by the persistence provider
        protected Id() {}

        Id(OpeningKind kind, int version) {
            this.kind = kind;
            this.version = version;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Id that && kind == that.kind && version == that.version;
        }

        @Override
        public int hashCode() {
            return kind.hashCode() * 31 + version;
        }
    }
}
