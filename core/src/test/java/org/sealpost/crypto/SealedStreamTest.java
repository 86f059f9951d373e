package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedStreamTest {
    private static final String OPENSSL = "69da5b755fa3333797478fa41d91b0bfcdf5b9c7c9e6a6bf4251fd59b3545020";
    private static final byte[] HEADER = {1, 2, 3};
    private static final int CHUNK = 65_536;
    private static final int SEALED = CHUNK + 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretBytes key = SecretBytes.random(32, random);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 200_000})
    void whatIsSealedOpens(int length) {
        byte[] content = content(length);
        byte[] sealed = seal(content);
        assertThat(open(sealed, key, HEADER)).isEqualTo(content);
    }

    @Test
    void everyCutAndEveryFlippedBitIsRefused() {
        byte[] sealed = seal(content(3 * CHUNK));
        for (int length : new int[] {0, 1, 15, SEALED - 1, SEALED, SEALED + 1, 2 * SEALED, sealed.length - 1}) {
            assertRefused(Arrays.copyOf(sealed, length));
        }
        for (int at : new int[] {0, SEALED - 1, SEALED, sealed.length - 1}) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 1;
            assertRefused(flipped);
        }
        assertRefused(Arrays.copyOf(sealed, sealed.length + 1));
    }

    @Test
    void chunksCannotBeExchangedOrRepeated() {
        byte[] sealed = seal(content(3 * CHUNK));
        byte[] exchanged = sealed.clone();
        System.arraycopy(sealed, 0, exchanged, SEALED, SEALED);
        System.arraycopy(sealed, SEALED, exchanged, 0, SEALED);
        assertRefused(exchanged);
        byte[] repeated = sealed.clone();
        System.arraycopy(sealed, 0, repeated, SEALED, SEALED);
        assertRefused(repeated);
    }

    @Test
    void anotherKeyAndAnotherHeaderOpenNothing() {
        byte[] sealed = seal(content(10));
        assertThatThrownBy(() -> open(sealed, SecretBytes.random(32, random), HEADER))
                .isInstanceOf(UnwrapFailed.class);
        assertThatThrownBy(() -> open(sealed, key, new byte[] {1, 2, 4})).isInstanceOf(UnwrapFailed.class);
    }

    @Test
    void aStreamThatWasNotFinishedIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SealedOutput sealing = new SealedOutput(out, Providers.best(), key, HEADER)) {
            sealing.write(content(CHUNK + 1));
        }
        assertRefused(out.toByteArray());
    }

    @Test
    void subKeysAreThoseOfTheStandard() {
        // RFC 5869 has no case with our lengths and a text as info: worked out with OpenSSL's HKDF
        SecretBytes input = SecretBytes.taking(new byte[32]);
        assertThat(HexFormat.of()
                        .formatHex(
                                SubKey.derive(input, new byte[] {1}, "backup").expose()))
                .isEqualTo(OPENSSL);
        assertThat(SubKey.derive(input, new byte[] {2}, "backup"))
                .isNotEqualTo(SubKey.derive(input, new byte[] {1}, "backup"));
    }

    private byte[] content(int length) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        return content;
    }

    private byte[] seal(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SealedOutput sealing = new SealedOutput(out, Providers.best(), key, HEADER)) {
            sealing.write(content);
            sealing.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private byte[] open(byte[] sealed, SecretBytes opening, byte[] header) {
        try (SealedInput in = new SealedInput(new ByteArrayInputStream(sealed), Providers.best(), opening, header)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(byte[] sealed) {
        assertThatThrownBy(() -> open(sealed, key, HEADER)).isInstanceOf(UnwrapFailed.class);
    }
}
