package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.KeyFingerprint;
import org.sealpost.crypto.PasswordHardening;

/**
 * One way to open the master key: a public key whose private half comes out of the start-up password, out of enough
 * recovery shares, or out of a token. There is at most one of each kind; a new one takes the old one's place.
 */
@Entity
@Table(name = "opening_way")
public class OpeningWay {
    @Id
    @Enumerated(EnumType.STRING)
    private OpeningKind kind;

    @Column(name = "public_key", nullable = false)
    private byte[] publicKey;

    @Column(name = "made_by", nullable = false)
    private String madeBy;

    @Column(name = "made_at", nullable = false)
    private Instant madeAt;

    @Column(name = "memory_kib")
    private @Nullable Integer memoryKib;

    @Column
    private @Nullable Integer passes;

    @Column
    private @Nullable Integer lanes;

    @Column
    private byte @Nullable [] salt;

    @Column
    private @Nullable Integer needed;

    @Column
    private @Nullable Integer made;

    @Column(name = "token_label")
    private @Nullable String tokenLabel;

    @Column(name = "wrapped_seed")
    private byte @Nullable [] wrappedSeed;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected OpeningWay() {}

    private OpeningWay(OpeningKind kind, byte[] publicKey, Making making) {
        this.kind = kind;
        this.publicKey = publicKey.clone();
        this.madeBy = making.by();
        this.madeAt = making.at();
    }

    /** The start-up password's way. */
    public static OpeningWay byPassword(byte[] publicKey, Hardened hardened, Making making) {
        OpeningWay way = new OpeningWay(OpeningKind.PASSWORD, publicKey, making);
        way.memoryKib = hardened.cost().memoryKib();
        way.passes = hardened.cost().passes();
        way.lanes = hardened.cost().lanes();
        way.salt = hardened.salt();
        return way;
    }

    /** The recovery shares' way. */
    public static OpeningWay byShares(byte[] publicKey, int needed, int made, Making making) {
        OpeningWay way = new OpeningWay(OpeningKind.SHARES, publicKey, making);
        way.needed = needed;
        way.made = made;
        return way;
    }

    /** The token's way. @param wrappedSeed what the key on the token of that label opens */
    public static OpeningWay byToken(byte[] publicKey, String label, byte[] wrappedSeed, Making making) {
        OpeningWay way = new OpeningWay(OpeningKind.TOKEN, publicKey, making);
        way.tokenLabel = label;
        way.wrappedSeed = wrappedSeed.clone();
        return way;
    }

    public OpeningKind kind() {
        return kind;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Names the password, set or token without giving it away. */
    public String fingerprint() {
        return KeyFingerprint.of(publicKey);
    }

    public Making making() {
        return new Making(madeBy, madeAt);
    }

    /** The password's; for another kind a programming error. */
    public Hardened hardened() {
        return new Hardened(new PasswordHardening(given(memoryKib), given(passes), given(lanes)), given(salt));
    }

    /** How many shares are needed; for another kind a programming error. */
    public int needed() {
        return given(needed);
    }

    /** How many shares were made; for another kind a programming error. */
    public int made() {
        return given(made);
    }

    /** The token's; for another kind a programming error. */
    public String tokenLabel() {
        return given(tokenLabel);
    }

    /** The token's; for another kind a programming error. */
    public byte[] wrappedSeed() {
        return given(wrappedSeed).clone();
    }

    private <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value, () -> "not of a way by " + kind);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpeningWay that && kind == that.kind;
    }

    @Override
    public int hashCode() {
        return kind.hashCode();
    }

    /** Who made it and when. */
    public record Making(String by, Instant at) {}

    /** How a password is hardened. */
    public record Hardened(PasswordHardening cost, byte[] salt) {
        public Hardened {
            salt = salt.clone();
        }

        @Override
        public byte[] salt() {
            return salt.clone();
        }
    }
}
