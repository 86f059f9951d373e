package org.sealpost.quorum;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/**
 * Opens what was sealed to a shared key, from the contributions of a quorum. The key is never put together: the
 * contributions together are the agreed point of this ciphertext and of no other. Safe for all threads.
 */
public final class QuorumOpener {
    private final Contributions contributions;
    private final KeySchedule schedule;

    public QuorumOpener(Providers providers, SecureRandom random) {
        this(providers, random, KeySchedule.ContentCipher.AES_256_GCM);
    }

    QuorumOpener(Providers providers, SecureRandom random, KeySchedule.ContentCipher cipher) {
        this.contributions = new Contributions(providers, random);
        this.schedule = new KeySchedule(providers, cipher);
    }

    /**
     * Opens what {@link org.sealpost.crypto.Hpke#seal} made for the shared key. Every contribution is checked first.
     *
     * @param info as it was given when sealing
     * @param aad as it was given when sealing
     * @return the plaintext, to be closed by the caller
     * @throws WrongContribution when one is not right, naming its holder
     * @throws QuorumNotReached when there are too few, counting each holder once
     * @throws org.sealpost.crypto.UnwrapFailed when info or aad differ or the value was altered
     */
    public SecretBytes open(
            OpeningTask task, Commitments commitments, Collection<Contribution> given, byte[] info, byte[] aad) {
        SortedMap<Integer, ECPoint> points = new TreeMap<>();
        for (Contribution contribution : given) {
            contributions.check(contribution, commitments, task);
            points.put(contribution.holder(), contribution.point());
        }
        if (points.size() < commitments.needed()) {
            throw new QuorumNotReached(points.size(), commitments.needed());
        }
        try (SecretBytes agreed =
                SecretBytes.taking(sum(points).normalize().getAffineXCoord().getEncoded())) {
            return schedule.open(agreed, commitments.publicKey(), info, aad, task.sealed());
        }
    }

    /** The points with their weights: the agreed point. */
    private static ECPoint sum(SortedMap<Integer, ECPoint> points) {
        Set<Integer> holders = points.keySet();
        BigInteger[] weights =
                holders.stream().map(it -> P256.weight(it, holders)).toArray(BigInteger[]::new);
        return ECAlgorithms.sumOfMultiplies(points.values().toArray(ECPoint[]::new), weights);
    }
}
