package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import org.sealpost.crypto.RecoveryShare;

/** Who holds a recovery share, and the share's digest: enough to tell it from another, never enough to make it. */
@Entity
@Table(name = "share_holder")
@NamedQuery(name = ShareHolder.ALL, query = "select h from ShareHolder h order by h.number")
public class ShareHolder {
    static final String ALL = "ShareHolder.all";

    @Id
    @Column(name = "holder_number")
    private int number;

    @Column(nullable = false)
    private String holder;

    @Column(nullable = false)
    private byte[] digest;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected ShareHolder() {}

    /** @param holder who it is handed to, in words */
    public ShareHolder(String holder, RecoveryShare share) {
        this.number = share.number();
        this.holder = holder;
        this.digest = share.digest();
    }

    /** @param digest of the share, as it was kept elsewhere */
    public ShareHolder(int number, String holder, byte[] digest) {
        this.number = number;
        this.holder = holder;
        this.digest = digest.clone();
    }

    public int number() {
        return number;
    }

    public String holder() {
        return holder;
    }

    /** SHA-256 over the share. */
    public byte[] digest() {
        return digest.clone();
    }

    /** Whether it is this holder's share, letter by letter. */
    public boolean holds(RecoveryShare share) {
        return number == share.number() && MessageDigest.isEqual(digest, share.digest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShareHolder that && number == that.number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
