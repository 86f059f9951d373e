package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.HeaderFields;
import org.sealpost.mime.MessageSource;

/**
 * Messages nobody wrote: random structures, random bytes, read in random pieces. What is sealed comes back byte for
 * byte, whatever the pieces in which storage hands it out. Each seed is a test of its own, so that a failure repeats.
 */
class RandomStructureTest {

    private static final String[] SUBTYPES = {"mixed", "alternative", "related", "signed", "digest", "x-unknown"};
    private static final List<EncryptionFormat> FORMATS = List.of(EncryptionFormat.values());
    private static final byte[][] TEXTS = {
        Corp.ascii("a line\r\n"),
        Corp.ascii("a bare line feed\n"),
        Corp.ascii("a bare carriage return\r"),
        Corp.ascii(".\r\n..\r\nFrom the beginning of a line\r\n"),
        Corp.ascii("--b1\r\n--b1--\r\n--"),
        Corp.ascii(" \t trailing blanks \t \r\n"),
        Corp.ascii("no line end"),
        {(byte) 0xC3, (byte) 0xA4, 0, (byte) 0xFF, (byte) 0x80, '\r', '\n', '\n', '\r'},
    };

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comesBackByteForByteFromEverySeal(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] message = message(random);
        EncryptionFormat format = FORMATS.get(random.nextInt(FORMATS.size()));
        MessageSource pieces = inPieces(message, random);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        Corp.SEALER.signAndEncrypt(
                pieces,
                Corp.signing(Corp.ALICE_SIGNS),
                SignatureForm.OPAQUE,
                Corp.envelope(format, Corp.BOB_RSA, Corp.CAROL_EC),
                sealed);
        try (OpenedMessage opened = Corp.OPENER.open(
                inPieces(sealed.toByteArray(), random),
                List.of(Corp.decryption(random.nextBoolean() ? Corp.BOB_RSA : Corp.CAROL_EC)),
                Corp.policy())) {
            assertThat(opened.signatures()).singleElement().matches(SignatureStatus::intact);
            assertThat(body(Corp.content(opened))).isEqualTo(body(message));
        }
    }

    /** Without carriage returns that stand alone: no mail store keeps those apart from line ends. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aClearSignatureOutlastsEveryChangeOfLineEnds(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] signed = Corp.sign(withoutLoneReturns(message(random)), Corp.ALICE_SIGNS, SignatureForm.CLEAR);
        for (byte[] arrived : new byte[][] {signed, LineEnds.bare(signed), LineEnds.canonical(LineEnds.bare(signed))}) {
            try (OpenedMessage opened = Corp.OPENER.open(inPieces(arrived, random), List.of(), Corp.policy())) {
                assertThat(opened.signatures()).singleElement().matches(SignatureStatus::intact);
            }
        }
    }

    /** Lengths at which some buffer, block, line or piece is just full. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 15, 16, 17, 56, 57, 58, 4095, 4096, 4097, 8207, 8208, 8209, 32_767, 32_768, 32_769, 65_535,
                65_536, 65_537, 98_303, 131_072, 131_073, 393_984, 1_048_575, 1_048_577
            })
    void everyLengthComesBack(int length) throws IOException {
        Random random = new Random(length);
        byte[] body = new byte[length];
        random.nextBytes(body);
        byte[] message = Der.join(Corp.ascii("From: alice@corp.example\r\nContent-Type: x/y\r\n\r\n"), body);
        for (EncryptionFormat format : List.of(EncryptionFormat.AES_256_GCM, EncryptionFormat.AES_256_CBC)) {
            byte[] sealed = Corp.encrypt(message, format, Corp.CAROL_EC);
            try (OpenedMessage opened = Corp.open(sealed, Corp.CAROL_EC)) {
                assertThat(body(Corp.content(opened))).isEqualTo(body);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTwoSealsOfOneMessageAreAlike(EncryptionFormat format) throws IOException {
        byte[] one = CmsBytes.of(Corp.signAndEncrypt(Corp.LETTER, SignatureForm.OPAQUE, format, Corp.BOB_RSA));
        byte[] other = CmsBytes.of(Corp.signAndEncrypt(Corp.LETTER, SignatureForm.OPAQUE, format, Corp.BOB_RSA));
        assertThat(one).isNotEqualTo(other);
        int length = Math.min(one.length, other.length);
        int same = (int) IntStream.range(length / 2, length)
                .filter(i -> one[i] == other[i])
                .count();
        assertThat(same).as("equal bytes of %d", length / 2).isLessThan(length / 16);
    }

    private static byte[] message(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Corp.ascii("Received: by a relay\r\n\twith SMTP\r\nFrom: alice@corp.example\r\n"));
        if (random.nextBoolean()) {
            out.writeBytes(Corp.ascii("MIME-Version: 1.0\r\n"));
        }
        out.writeBytes(Corp.ascii("Subject: " + "s".repeat(random.nextInt(100)) + "\r\n"));
        writeEntity(random, 4, out);
        return out.toByteArray();
    }

    private static void writeEntity(Random random, int depth, ByteArrayOutputStream out) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 0) {
            out.writeBytes(Corp.ascii("Content-Type: text/plain; charset=utf-8\r\n\r\n"));
            int lines = random.nextInt(60);
            for (int i = 0; i < lines; i++) {
                out.writeBytes(TEXTS[random.nextInt(TEXTS.length)]);
            }
        } else if (kind == 1) {
            byte[] noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            out.writeBytes(Corp.ascii("Content-Type: x/y\r\nContent-Description: two\r\n lines\r\n\r\n"));
            out.writeBytes(noise);
        } else if (kind == 2) {
            out.writeBytes(Corp.ascii("Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n"));
            writeEntity(random, depth - 1, out);
        } else {
            writeMultipart(random, depth, out);
        }
    }

    private static void writeMultipart(Random random, int depth, ByteArrayOutputStream out) {
        String boundary = "b" + depth;
        out.writeBytes(Corp.ascii("Content-Type: multipart/" + SUBTYPES[random.nextInt(SUBTYPES.length)] + "; boundary="
                + boundary + "\r\n\r\npreamble\r\n"));
        int parts = random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            out.writeBytes(Corp.ascii("\r\n--" + boundary + "\r\n"));
            writeEntity(random, depth - 1, out);
        }
        out.writeBytes(Corp.ascii("\r\n--" + boundary + (random.nextInt(5) == 0 ? "" : "--") + "\r\n"));
    }

    private static byte[] withoutLoneReturns(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\r' || (i + 1 < bytes.length && bytes[i + 1] == '\n')) {
                out.write(bytes[i]);
            }
        }
        return out.toByteArray();
    }

    private static byte[] body(byte[] message) throws IOException {
        int start = HeaderFields.read(new ByteArrayInputStream(message)).bodyStart();
        return Arrays.copyOfRange(message, start, message.length);
    }

    /** A source that gives as few bytes as it likes at a time, as sockets and databases do. */
    private static MessageSource inPieces(byte[] bytes, Random random) {
        long seed = random.nextLong();
        return new MessageSource() {
            @Override
            public InputStream open() {
                Random lengths = new Random(seed);
                return new FilterInputStream(new ByteArrayInputStream(bytes)) {
                    @Override
                    public int read(byte[] to, int offset, int length) throws IOException {
                        int most = lengths.nextInt(8) == 0 ? 5000 : 40;
                        return super.read(to, offset, Math.min(length, 1 + lengths.nextInt(most)));
                    }
                };
            }

            @Override
            public long length() {
                return bytes.length;
            }
        };
    }
}
