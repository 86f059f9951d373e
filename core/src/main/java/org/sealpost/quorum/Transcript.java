package org.sealpost.quorum;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.sealpost.crypto.Providers;

/**
 * Everything that a proof speaks of, hashed to its challenge (Fiat-Shamir). Each part goes in with its length, so that
 * no other parts give the same bytes. SHA-512 is twice as long as the order: the challenge is as good as even.
 */
final class Transcript {
    private final MessageDigest digest;

    Transcript(String domain, Providers providers) {
        try {
            this.digest = MessageDigest.getInstance("SHA-512", providers.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-512 is part of every Java platform", e);
        }
        add(domain.getBytes(StandardCharsets.US_ASCII));
    }

    Transcript add(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
        return this;
    }

    Transcript add(ECPoint point) {
        return add(P256.encode(point));
    }

    Transcript add(int number) {
        return add(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    Transcript add(OpeningTask task) {
        return add(task.request().getBytes(StandardCharsets.UTF_8)).add(task.sealed());
    }

    BigInteger challenge() {
        return BigIntegers.fromUnsignedByteArray(digest.digest()).mod(P256.order());
    }
}
