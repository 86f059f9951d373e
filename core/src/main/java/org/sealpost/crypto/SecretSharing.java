package org.sealpost.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.crypto.threshold.SecretShare;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/**
 * Splits a secret of 32 bytes so that any {@code needed} of its shares give it back and fewer tell nothing: Shamir's
 * scheme byte by byte over GF(256) with the polynomial of AES; the share of number n is the value at x = n.
 */
public final class SecretSharing {
    private final SecureRandom random;

    public SecretSharing(SecureRandom random) {
        this.random = random;
    }

    /**
     * Splits a secret.
     *
     * @param set fingerprint that all shares of this set carry
     * @param needed 2 to {@code made}
     * @param made at most {@value RecoveryShare#MOST}
     * @return shares with the numbers 1 to {@code made}, closed by the caller
     */
    public List<RecoveryShare> split(SecretBytes secret, String set, int needed, int made) {
        if (needed < 2 || needed > made || made > RecoveryShare.MOST || secret.length() != RecoveryShare.LENGTH) {
            throw new IllegalArgumentException(needed + " of " + made + " shares of " + secret.length() + " bytes");
        }
        SecretShare[] parts = ShamirSecretSplitter.getInstance(
                        ShamirSecretSplitter.Algorithm.AES, RecoveryShare.LENGTH, random)
                .resplit(secret.expose(), needed, made)
                .getSecretShares();
        List<RecoveryShare> shares = new ArrayList<>();
        try {
            for (SecretShare part : parts) {
                SecretBytes value = SecretBytes.taking(part.getEncoded());
                shares.add(new RecoveryShare(set, shares.size() + 1, needed, value));
            }
            return List.copyOf(shares);
        } catch (IOException e) {
            throw new UncheckedIOException("encoding in memory failed", e);
        }
    }

    /**
     * Puts shares of one set together. Too few, or a wrong one among them, give a secret that opens nothing.
     *
     * @param shares with distinct numbers
     * @return the secret, closed by the caller
     */
    public static SecretBytes combine(Collection<RecoveryShare> shares) {
        if (shares.stream().map(RecoveryShare::number).distinct().count() != shares.size() || shares.isEmpty()) {
            throw new IllegalArgumentException("shares need distinct numbers");
        }
        ShamirSplitSecretShare[] parts = shares.stream()
                .map(share -> new ShamirSplitSecretShare(share.value().expose(), share.number()))
                .toArray(ShamirSplitSecretShare[]::new);
        try {
            return SecretBytes.taking(ShamirSplitSecret.getInstance(ShamirSecretSplitter.Algorithm.AES, parts)
                    .getSecret());
        } catch (IOException e) {
            throw new UncheckedIOException("decoding in memory failed", e);
        }
    }
}
