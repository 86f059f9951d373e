package org.sealpost.crypto;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Turns a password into a 256-bit key by Argon2id (RFC 9106). The parameters are stored next to what the key wraps,
 * so that they can grow without locking anybody out.
 *
 * @param memoryKib memory in KiB, 8 to 1 048 576
 * @param passes number of passes over the memory, 1 to 64
 * @param lanes degree of parallelism, 1 to 16
 */
public record PasswordHardening(int memoryKib, int passes, int lanes) {
    /** The second recommended option of RFC 9106 section 4: 64 MiB, three passes, four lanes. */
    public static final PasswordHardening RECOMMENDED = new PasswordHardening(64 * 1024, 3, 4);

    /** Length of a salt in bytes. */
    public static final int SALT_LENGTH = 16;

    private static final int KEY_LENGTH = 32;
    private static final int LEAST_MEMORY_KIB = 8;
    private static final int MOST_MEMORY_KIB = 1024 * 1024;
    private static final int MOST_PASSES = 64;
    private static final int MOST_LANES = 16;

    /** Refuses parameters out of range: they may come from a database that somebody edited. */
    public PasswordHardening {
        requireRange("memory", memoryKib, LEAST_MEMORY_KIB, MOST_MEMORY_KIB);
        requireRange("passes", passes, 1, MOST_PASSES);
        requireRange("lanes", lanes, 1, MOST_LANES);
    }

    private static void requireRange(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + ", is " + value);
        }
    }

    /**
     * Derives the key. Takes about 0.2 s and {@link #memoryKib()} of heap with the recommended parameters.
     *
     * @param salt random, at least 8 bytes, stored in clear
     * @return 256 bits, to be closed by the caller
     */
    public SecretBytes derive(Passphrase password, byte[] salt) {
        if (salt.length < 8) {
            throw new IllegalArgumentException("salt must have 8 bytes, has " + salt.length);
        }
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] key = new byte[KEY_LENGTH];
        try (SecretBytes utf8 = password.utf8()) {
            generator.generateBytes(utf8.expose(), key);
        }
        return SecretBytes.taking(key);
    }
}
