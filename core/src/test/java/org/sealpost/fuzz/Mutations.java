package org.sealpost.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages good input in the ways of a fuzzer, the same way for the same seed. */
final class Mutations {

    private static final byte[] TELLING = {0, 1, 0x7F, (byte) 0x80, (byte) 0x84, (byte) 0xFF, 0x30, 0x31, '\r', '\n'};
    private static final int MOST_AT_ONCE = 4;
    private static final int LONGEST_PIECE = 64;

    private final List<byte[]> seeds;
    private final Random random;

    Mutations(List<byte[]> seeds, long seed) {
        this.seeds = seeds;
        this.random = new Random(seed);
    }

    byte[] next() {
        byte[] input = any().clone();
        int changes = 1 + random.nextInt(MOST_AT_ONCE);
        for (int i = 0; i < changes && input.length > 0; i++) {
            input = change(input);
        }
        return input;
    }

    private byte[] change(byte[] input) {
        int at = random.nextInt(input.length);
        int end = Math.min(input.length, at + 1 + random.nextInt(LONGEST_PIECE));
        byte[] piece = Arrays.copyOfRange(input, at, end);
        switch (random.nextInt(6)) {
            case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> input[at] = TELLING[random.nextInt(TELLING.length)];
            case 2 -> {
                return join(input, at, piece, at);
            }
            case 3 -> {
                return join(input, at, new byte[0], end);
            }
            case 4 -> {
                byte[] other = any();
                int from = random.nextInt(other.length + 1);
                return join(input, at, Arrays.copyOfRange(other, from, other.length), input.length);
            }
            default -> {
                random.nextBytes(piece);
                return join(input, at, piece, end);
            }
        }
        return input;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    /** The input to an offset, the piece, and the input from another offset. */
    private static byte[] join(byte[] input, int to, byte[] piece, int from) {
        byte[] joined = Arrays.copyOf(input, to + piece.length + input.length - from);
        System.arraycopy(piece, 0, joined, to, piece.length);
        System.arraycopy(input, from, joined, to + piece.length, input.length - from);
        return joined;
    }
}
