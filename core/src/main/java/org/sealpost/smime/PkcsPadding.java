package org.sealpost.smime;

import java.util.Arrays;
import java.util.Optional;

/**
 * Removes PKCS #1 v1.5 encryption padding (RFC 8017 section 7.2.2) in a way that takes the same time and the same
 * branches for every block up to the one result, so that it is no oracle (Bleichenbacher 1998).
 */
final class PkcsPadding {

    private static final int HEADER = 2;
    private static final int SHORTEST_PADDING = 8;
    private static final int BLOCK_TYPE = 2;

    private PkcsPadding() {}

    /** What was padded; empty when the padding is wrong. Wipes the block. */
    static Optional<byte[]> remove(byte[] block) {
        int separator = 0;
        int searching = -1;
        for (int i = HEADER; i < block.length; i++) {
            int zero = allOnesIfZero(block[i] & 0xFF);
            separator |= i & zero & searching;
            searching &= ~zero;
        }
        int wrong = block.length < HEADER ? 1 : (block[0] & 0xFF) | ((block[1] & 0xFF) ^ BLOCK_TYPE);
        wrong |= searching;
        wrong |= (separator - HEADER - SHORTEST_PADDING) >>> (Integer.SIZE - 1);
        byte[] content = Arrays.copyOfRange(block, Math.min(separator + 1, block.length), block.length);
        Arrays.fill(block, (byte) 0);
        return wrong == 0 ? Optional.of(content) : Optional.empty();
    }

    private static int allOnesIfZero(int octet) {
        return (octet - 1) >> (Integer.SIZE - 1);
    }
}
