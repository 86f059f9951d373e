package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntSupplier;
import javax.crypto.Cipher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/** Encrypting in pieces of any size gives what encrypting in one piece gives. */
class CipherOutputTest {

    private static final int[] LENGTHS = {0, 1, 7, 8, 15, 16, 17, 1000, 65_535, 65_536, 65_537, 200_003};
    private static final int[] PIECES = {1, 3, 16, 1000, 8192, 32_768, 32_769, 65_536, 65_537, 1_000_000};

    @ParameterizedTest
    @EnumSource
    void piecesOfOneSizeMakeNoDifference(EncryptionFormat format) throws Exception {
        for (int length : LENGTHS) {
            byte[] content = content(length);
            for (int piece : PIECES) {
                Written written = encrypt(format, content, () -> piece);
                assertThat(written.bytes())
                        .as("%d in pieces of %d", length, piece)
                        .isEqualTo(written.expected());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void piecesOfManySizesMakeNoDifference(EncryptionFormat format) throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            byte[] content = content(random.nextInt(300_000));
            Written written = encrypt(format, content, mixed(random));
            assertThat(written.bytes()).as("seed %d", seed).isEqualTo(written.expected());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherLengthThanPromisedIsNoticed(EncryptionFormat format) throws Exception {
        for (int promised : new int[] {0, 9, 11, 100_000}) {
            try (SecretBytes key = key(format)) {
                ContentCipher cipher = ContentCiphers.fresh(format, Corp.RANDOM);
                CipherOutput out = new CipherOutput(
                        new ByteArrayOutputStream(), cipher.start(Cipher.ENCRYPT_MODE, key, Corp.PROVIDERS), promised);
                out.write(new byte[10], 0, 10);
                assertThatThrownBy(() -> out.finish(cipher.tagLength()))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("changed while it was sealed");
            }
        }
    }

    /** What one provider encrypts in pieces the other decrypts in one. */
    @ParameterizedTest
    @EnumSource
    void providersAgree(EncryptionFormat format) throws Exception {
        byte[] content = content(70_001);
        for (Providers writes : new Providers[] {Providers.best(), Providers.portable()}) {
            for (Providers reads : new Providers[] {Providers.best(), Providers.portable()}) {
                try (SecretBytes key = key(format)) {
                    ContentCipher cipher = ContentCiphers.fresh(format, Corp.RANDOM);
                    byte[] encrypted = write(cipher, key, writes, content, mixed(new Random(3)));
                    Cipher decrypting = cipher.start(Cipher.DECRYPT_MODE, key, reads);
                    assertThat(decrypting.doFinal(encrypted)).isEqualTo(content);
                }
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Written(byte[] bytes, byte[] expected) {}

    private static Written encrypt(EncryptionFormat format, byte[] content, IntSupplier pieces)
            throws IOException, GeneralSecurityException {
        try (SecretBytes key = key(format)) {
            ContentCipher cipher = ContentCiphers.fresh(format, Corp.RANDOM);
            byte[] written = write(cipher, key, Corp.PROVIDERS, content, pieces);
            // a new object: the native provider refuses a nonce twice
            byte[] expected =
                    cipher.start(Cipher.ENCRYPT_MODE, key, Providers.portable()).doFinal(content);
            assertThat((long) written.length - cipher.tagLength()).isEqualTo(cipher.encryptedLength(content.length));
            return new Written(written, expected);
        }
    }

    private static byte[] write(
            ContentCipher cipher, SecretBytes key, Providers providers, byte[] content, IntSupplier pieces)
            throws IOException, GeneralSecurityException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        CipherOutput out = new CipherOutput(written, cipher.start(Cipher.ENCRYPT_MODE, key, providers), content.length);
        int at = 0;
        while (at < content.length) {
            int length = Math.min(pieces.getAsInt(), content.length - at);
            if (length == 1) {
                out.write(content[at]);
            } else {
                out.write(content, at, length);
            }
            at += length;
        }
        byte[] tag = out.finish(cipher.tagLength());
        assertThat(tag).hasSize(cipher.tagLength());
        written.writeBytes(tag);
        return written.toByteArray();
    }

    private static IntSupplier mixed(Random random) {
        return () -> 1 + random.nextInt(random.nextBoolean() ? 100 : 100_000);
    }

    private static SecretBytes key(EncryptionFormat format) {
        int length = ContentCiphers.fresh(format, Corp.RANDOM).keyLengths()[0];
        return SecretBytes.random(length, Corp.RANDOM);
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return Arrays.copyOf(content, length);
    }
}
