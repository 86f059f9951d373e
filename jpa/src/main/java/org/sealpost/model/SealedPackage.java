package org.sealpost.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a mailbox on their way to whoever holds the code. It is made empty when the keys are asked for: a public
 * key that belongs to the code and the code's hash, the code itself is shown once. With the last contribution the keys
 * are sealed to that public key ({@link #fill}), so that at rest nothing but the code opens them. It is removed when the
 * code was used, withdrawn, or has run out.
 */
@Entity
@Table(name = "sealed_package")
@NamedQuery(
        name = SealedPackage.OF_MAILBOX,
        query = "select p from SealedPackage p where p.mailbox = :mailbox and p.purpose = :purpose order by p.id")
@NamedQuery(
        name = SealedPackage.OF_PURPOSE,
        query = "select p from SealedPackage p where p.codeHash = :hash and p.purpose = :purpose")
@NamedQuery(
        name = SealedPackage.OVERDUE,
        query = "select p from SealedPackage p where p.expiresAt <= :now order by p.expiresAt")
public class SealedPackage {
    static final String OF_MAILBOX = "SealedPackage.ofMailbox";
    static final String OF_PURPOSE = "SealedPackage.ofPurpose";
    static final String OVERDUE = "SealedPackage.overdue";

    @Id
    private String id;

    @Column(nullable = false)
    private String mailbox;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PackagePurpose purpose;

    @Column(name = "code_hash", nullable = false)
    private byte[] codeHash;

    @Column(name = "public_key", nullable = false)
    private byte[] publicKey;

    @Column(name = "made_by", nullable = false)
    private String madeBy;

    @Column(name = "filled_at")
    private @Nullable Instant filledAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "packed_key", joinColumns = @JoinColumn(name = "package_id"))
    @MapKeyColumn(name = "serial")
    @Column(name = "sealed", nullable = false)
    private Map<String, byte[]> keys = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected SealedPackage() {}

    /**
     * An empty one.
     *
     * @param terms hash of the code, who asked, until when the empty package is kept
     * @param publicKey HPKE key whose private half is derived from the code
     */
    public SealedPackage(String id, MailboxId mailbox, PackagePurpose purpose, TokenTerms terms, byte[] publicKey) {
        this.id = id;
        this.mailbox = mailbox.value();
        this.purpose = purpose;
        this.codeHash = terms.hash();
        this.madeBy = terms.issuedBy();
        this.expiresAt = terms.expiresAt();
        this.publicKey = publicKey.clone();
    }

    /**
     * The keys were opened and sealed to the code.
     *
     * @param opened the keys sealed to the code, by serial number
     * @param until when they are removed
     * @throws IllegalStateException when it was filled before
     */
    public void fill(Map<Serial, byte[]> opened, Instant at, Instant until) {
        if (filledAt != null) {
            throw new IllegalStateException("package " + id + " is filled");
        }
        opened.forEach((serial, key) -> keys.put(serial.value(), key));
        filledAt = at;
        expiresAt = until;
    }

    /** Whether this is the hash of its code; takes the same time for every wrong hash. */
    public boolean belongsTo(byte[] hash) {
        return MessageDigest.isEqual(codeHash, hash);
    }

    public String id() {
        return id;
    }

    public MailboxId mailbox() {
        return new MailboxId(mailbox);
    }

    public PackagePurpose purpose() {
        return purpose;
    }

    public byte[] codeHash() {
        return codeHash.clone();
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Login name of whoever asked. */
    public String madeBy() {
        return madeBy;
    }

    /** Empty while the keys are not opened yet. */
    public Optional<Instant> filledAt() {
        return Optional.ofNullable(filledAt);
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** The sealed keys by serial number. */
    public Map<Serial, byte[]> keys() {
        Map<Serial, byte[]> copy = new HashMap<>();
        keys.forEach((serial, key) -> copy.put(new Serial(serial), key.clone()));
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedPackage that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
