package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The newest revocation list of a trusted authority, apart from it because it may be long. */
@Entity
@Table(name = "authority_list")
class AuthorityList {
    @Id
    private long authority;

    @Column(nullable = false)
    private byte[] encoded;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected AuthorityList() {}

    AuthorityList(long authority, byte[] encoded) {
        this.authority = authority;
        this.encoded = encoded.clone();
    }

    void replace(byte[] newer) {
        encoded = newer.clone();
    }

    byte[] encoded() {
        return encoded.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthorityList that && authority == that.authority;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(authority);
    }
}
