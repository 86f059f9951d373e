package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token that was handed out for a mailbox: its hash, and the token sealed to the Key Manager's own key, which CMP and EST
 * need to check what was made with it. In clear it is nowhere.
 *
 * <p>It dies in one of four ways: redeemed, withdrawn (also by a newer token), tried wrongly five times, or by time.
 * Dying is always a single UPDATE that must change exactly one row ({@link OneTimeTokenRepository}), so that of two
 * clicks at once one loses; this is why the entity itself has no verb for it.
 */
@Entity
@Table(name = "one_time_token")
@NamedQuery(name = OneTimeToken.LIVE, query = "select t from OneTimeToken t where t.liveFor = :mailbox")
@NamedQuery(
        name = OneTimeToken.OF_MAILBOX,
        query = "select t from OneTimeToken t where t.mailbox = :mailbox order by t.issuedAt desc")
@NamedQuery(
        name = OneTimeToken.SPEND,
        query = "update OneTimeToken t set t.state = org.sealpost.model.TokenState.SPENT, t.liveFor = null, t.endedAt"
                + " = :at where t.id = :id and t.liveFor is not null and t.expiresAt > :at and t.triesLeft > 0")
@NamedQuery(
        name = OneTimeToken.WITHDRAW,
        query = "update OneTimeToken t set t.state = org.sealpost.model.TokenState.WITHDRAWN, t.liveFor = null,"
                + " t.endedAt = :at where t.liveFor = :mailbox")
@NamedQuery(
        name = OneTimeToken.COUNT_TRY,
        query = "update OneTimeToken t set t.triesLeft = t.triesLeft - 1 where t.id = :id and t.triesLeft > 0")
@NamedQuery(
        name = OneTimeToken.EXHAUST,
        query = "update OneTimeToken t set t.state = org.sealpost.model.TokenState.EXHAUSTED, t.liveFor = null,"
                + " t.endedAt = :at where t.id = :id and t.liveFor is not null and t.triesLeft = 0")
@NamedQuery(
        name = OneTimeToken.MAIL,
        query = "update OneTimeToken t set t.mailedAt = :at where t.id = :id and t.liveFor is not null"
                + " and (t.mailedAt is null or :again = true)")
@NamedQuery(
        name = OneTimeToken.BY_REFERENCE,
        query = "select t from OneTimeToken t where t.referenceHash = :hash order by t.issuedAt desc")
@NamedQuery(
        name = OneTimeToken.FORGET,
        query = "update OneTimeToken t set t.referenceHash = null, t.sealedCode = null"
                + " where t.expiresAt < :before and t.sealedCode is not null")
public class OneTimeToken {
    /** Wrong tries that a token survives, and one more kills it. */
    public static final int TRIES = 5;

    static final String LIVE = "OneTimeToken.live";
    static final String OF_MAILBOX = "OneTimeToken.ofMailbox";
    static final String SPEND = "OneTimeToken.spend";
    static final String WITHDRAW = "OneTimeToken.withdraw";
    static final String COUNT_TRY = "OneTimeToken.countTry";
    static final String EXHAUST = "OneTimeToken.exhaust";

    static final String MAIL = "OneTimeToken.mail";
    static final String BY_REFERENCE = "OneTimeToken.byReference";
    static final String FORGET = "OneTimeToken.forget";

    @Id
    private UUID id;

    @Column(nullable = false)
    private String mailbox;

    /** The mailbox while the token lives, else null: its unique index keeps it at one live token for each mailbox. */
    @Column(name = "live_for", unique = true)
    private @Nullable String liveFor;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private TokenState state;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private TokenPurpose purpose;

    @Column(nullable = false)
    private byte[] hash;

    /** Hash of the part that names the token; null unless a standard program may redeem it. */
    @Column(name = "reference_hash")
    private byte @Nullable [] referenceHash;

    /** The token itself, sealed to a key of the Key Manager's; null unless a standard program may redeem it. */
    @Column(name = "sealed_code")
    private byte @Nullable [] sealedCode;

    @Column(name = "tries_left", nullable = false)
    private int triesLeft;

    @Column(name = "issued_by", nullable = false)
    private String issuedBy;

    @Column(name = "issued_at", nullable = false)
    private Instant issuedAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** When it was last sent by mail; null when it never was. */
    @Column(name = "mailed_at")
    private @Nullable Instant mailedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected OneTimeToken() {}

    OneTimeToken(MailboxId mailbox, TokenPurpose purpose, TokenTerms terms) {
        this.id = UUID.randomUUID();
        this.mailbox = mailbox.value();
        this.liveFor = mailbox.value();
        this.state = TokenState.LIVE;
        this.purpose = purpose;
        this.hash = terms.hash();
        this.triesLeft = TRIES;
        this.issuedBy = terms.issuedBy();
        this.issuedAt = terms.issuedAt();
        this.expiresAt = terms.expiresAt();
    }

    /**
     * Standard programs may redeem it: they prove that they have it by a MAC, for which the Key Manager needs it too.
     *
     * @param hash of the part that names it
     * @param sealed the token, sealed to a key of the Key Manager's
     * @throws IllegalStateException for a recovery token, which keys are sealed to: nobody but its holder may have it
     */
    public void carry(byte[] hash, byte[] sealed) {
        if (purpose != TokenPurpose.ENROL) {
            throw new IllegalStateException("a token to " + purpose);
        }
        this.referenceHash = hash.clone();
        this.sealedCode = sealed.clone();
    }

    /** The token, sealed; empty unless a standard program may redeem it. */
    public Optional<byte[]> sealedCode() {
        return Optional.ofNullable(sealedCode).map(byte[]::clone);
    }

    /** Whether this is the hash of this token; takes the same time for every wrong hash. */
    public boolean matches(byte[] candidate) {
        return MessageDigest.isEqual(hash, candidate);
    }

    /** Whether it can be redeemed at that instant. */
    public boolean isLive(Instant at) {
        return liveFor != null && triesLeft > 0 && expiresAt.isAfter(at);
    }

    public UUID id() {
        return id;
    }

    public MailboxId mailbox() {
        return new MailboxId(mailbox);
    }

    public TokenState state() {
        return state;
    }

    public TokenPurpose purpose() {
        return purpose;
    }

    /** Wrong tries that are left, 0 to {@value #TRIES}. */
    public int triesLeft() {
        return triesLeft;
    }

    /** Login name of the administrator who handed it out. */
    public String issuedBy() {
        return issuedBy;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** When it was spent, withdrawn or exhausted; null while it lives and when time alone ended it. */
    public @Nullable Instant endedAt() {
        return endedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneTimeToken that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
