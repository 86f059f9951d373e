package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Somebody outside who asks for certificates by ACME, known by a key and nothing else. Given up it stays, so that its key
 * never opens another account.
 */
@Entity
@Table(name = "acme_account")
@NamedQuery(name = AcmeAccount.BY_THUMBPRINT, query = "select a from AcmeAccount a where a.thumbprint = :thumbprint")
@NamedQuery(name = AcmeAccount.COUNT, query = "select count(a) from AcmeAccount a")
@NamedQuery(
        name = AcmeAccount.IDLE,
        query = "select a from AcmeAccount a where a.createdAt < :before and not exists"
                + " (select o from AcmeOrder o where o.account = a.id) order by a.createdAt, a.id")
public class AcmeAccount {
    static final String BY_THUMBPRINT = "AcmeAccount.byThumbprint";
    static final String COUNT = "AcmeAccount.count";
    static final String IDLE = "AcmeAccount.idle";
    private static final String BETWEEN = " ";

    @Id
    private String id;

    @Column(nullable = false)
    private String thumbprint;

    @Column(name = "public_key", nullable = false)
    private String publicKey;

    @Column(nullable = false)
    private String contact;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AcmeAccountState state;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected AcmeAccount() {}

    /**
     * The key that an account is known by.
     *
     * @param thumbprint of the key (RFC 7638), base64url of SHA-256
     * @param json public key as JSON Web Key, at most 2 000 characters
     */
    public record Key(String thumbprint, String json) {}

    /**
     * A new account.
     *
     * @param id random, fit for an address
     * @param contact URLs without white space, at most 1 400 characters together
     */
    public AcmeAccount(String id, Key key, List<String> contact, Instant at) {
        this.id = id;
        this.thumbprint = key.thumbprint();
        this.publicKey = key.json();
        this.contact = String.join(BETWEEN, contact);
        this.state = AcmeAccountState.VALID;
        this.createdAt = at;
    }

    /** Its owner can be reached otherwise from now on. */
    public void reachBy(List<String> urls) {
        this.contact = String.join(BETWEEN, urls);
    }

    /** Its owner gives it up, or an administrator ends it; a second time changes nothing. */
    public void deactivate() {
        this.state = AcmeAccountState.DEACTIVATED;
    }

    /** Another key takes the place of the one before (RFC 8555 section 7.3.5). */
    public void changeKey(Key key) {
        this.thumbprint = key.thumbprint();
        this.publicKey = key.json();
    }

    public String id() {
        return id;
    }

    public Key key() {
        return new Key(thumbprint, publicKey);
    }

    /** How its owner can be reached, as URLs. */
    public List<String> contact() {
        return Arrays.stream(contact.split(BETWEEN))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    public AcmeAccountState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AcmeAccount that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
