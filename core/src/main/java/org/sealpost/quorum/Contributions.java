package org.sealpost.quorum;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.ECPoint;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/** Makes and checks contributions to a task. Safe for all threads. */
public final class Contributions {
    private static final String PROOF = "sealpost quorum proof 1";
    private static final String NONCE = "sealpost quorum nonce 1";

    private final Providers providers;
    private final SecureRandom random;

    public Contributions(Providers providers, SecureRandom random) {
        this.providers = providers;
        this.random = random;
    }

    /**
     * A holder's part in opening.
     *
     * @param share stays the caller's to close
     * @throws WrongShare when it is not the share that the commitments speak of
     * @throws org.sealpost.crypto.BadEncoding when the ciphertext does not begin with a point of the curve
     */
    public Contribution make(Share share, Commitments commitments, OpeningTask task) {
        if (!commitments.cover(share, random)) {
            throw new WrongShare(share.holder());
        }
        ECPoint encapsulation = P256.encapsulation(task.sealed());
        BigInteger secret = share.value();
        ECPoint partial = P256.multiply(encapsulation, secret, random);
        BigInteger nonce = nonce(share, task);
        BigInteger challenge = statement(commitments, share.holder(), task, partial)
                .add(P256.multiply(P256.generator(), nonce, random))
                .add(P256.multiply(encapsulation, nonce, random))
                .challenge();
        BigInteger response = nonce.add(challenge.multiply(secret)).mod(P256.order());
        return new Contribution(share.holder(), partial, challenge, response);
    }

    /**
     * Checks a contribution.
     *
     * @throws WrongContribution when it was not made by its holder's share for exactly this task
     * @throws org.sealpost.crypto.BadEncoding when the ciphertext does not begin with a point of the curve
     */
    public void check(Contribution contribution, Commitments commitments, OpeningTask task) {
        BigInteger response = contribution.response();
        BigInteger challenge = contribution.challenge();
        ECPoint holder = commitments.point(contribution.holder());
        ECPoint first = difference(P256.generator(), response, holder, challenge);
        ECPoint second = difference(P256.encapsulation(task.sealed()), response, contribution.point(), challenge);
        BigInteger expected = statement(commitments, contribution.holder(), task, contribution.point())
                .add(first)
                .add(second)
                .challenge();
        if (!expected.equals(challenge)) {
            throw new WrongContribution(contribution.holder());
        }
    }

    private Transcript statement(Commitments commitments, int holder, OpeningTask task, ECPoint partial) {
        return new Transcript(PROOF, providers)
                .add(commitments.encode())
                .add(holder)
                .add(task)
                .add(commitments.point(holder))
                .add(partial);
    }

    /** Random, and different for every secret and task even if the source of randomness fails. */
    private BigInteger nonce(Share share, OpeningTask task) {
        try (SecretBytes fresh = SecretBytes.random(2 * P256.SCALAR, random);
                SecretBytes secret = share.encode()) {
            return new Transcript(NONCE, providers)
                    .add(fresh.expose())
                    .add(secret.expose())
                    .add(task)
                    .challenge();
        }
    }

    private static ECPoint difference(ECPoint plus, BigInteger times, ECPoint minus, BigInteger timesMinus) {
        return plus.multiply(times).subtract(minus.multiply(timesMinus)).normalize();
    }
}
