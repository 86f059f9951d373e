package org.sealpost.quorum;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.math.ec.ECPoint;

/**
 * How one set of holders hands over to another without the key being put together (Desmedt and Jajodia 1997, checked
 * as by Wong, Wang and Wing 2002): each of a quorum of the old holders deals the own share out to the new ones; what a
 * new holder got from each of them, weighted, is the new share of the same key.
 */
public final class Resharing {
    private final Map<Integer, Commitments> parts;
    private final Commitments commitments;

    /**
     * @param before commitments of the old set
     * @param parts for each old holder that deals, the commitments of that deal
     * @throws WrongContribution when one deals something else than the own share, naming that holder
     * @throws QuorumNotReached when fewer than the old quorum deal
     */
    public Resharing(Commitments before, Map<Integer, Commitments> parts) {
        this.parts = new TreeMap<>(parts);
        if (parts.size() < before.needed()) {
            throw new QuorumNotReached(parts.size(), before.needed());
        }
        int needed = this.parts.values().iterator().next().needed();
        this.parts.forEach((holder, part) -> {
            if (part.needed() != needed || !part.coefficients().get(0).equals(before.point(holder))) {
                throw new WrongContribution(holder);
            }
        });
        this.commitments = combined(needed);
    }

    /** Commitments of the new set; its public key is the old one. */
    public Commitments commitments() {
        return commitments;
    }

    /**
     * A new holder's share.
     *
     * @param dealt for each old holder that deals, what the new holder got; stays the caller's to close
     * @return to be closed by the caller
     * @throws WrongContribution when something is missing or is not what was committed to, naming the old holder
     */
    public Share join(int holder, Map<Integer, Share> dealt, SecureRandom random) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<Integer, Commitments> part : parts.entrySet()) {
            Share share = dealt.get(part.getKey());
            if (share == null || share.holder() != holder || !part.getValue().cover(share, random)) {
                throw new WrongContribution(part.getKey());
            }
            sum = sum.add(weight(part.getKey()).multiply(share.value())).mod(P256.order());
        }
        return new Share(holder, sum);
    }

    private Commitments combined(int needed) {
        List<ECPoint> coefficients = new ArrayList<>();
        for (int i = 0; i < needed; i++) {
            ECPoint sum = P256.generator().getCurve().getInfinity();
            for (Map.Entry<Integer, Commitments> part : parts.entrySet()) {
                sum = sum.add(part.getValue().coefficients().get(i).multiply(weight(part.getKey())));
            }
            coefficients.add(sum);
        }
        return new Commitments(coefficients);
    }

    private BigInteger weight(int holder) {
        return P256.weight(holder, parts.keySet());
    }
}
