package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64Test {

    private static final int[] LENGTHS = {0, 1, 2, 3, 56, 57, 58, 59, 114, 8207, 8208, 8209, 49151, 65536, 200_003};

    @Test
    void writesWhatThePlatformsEncoderWrites() throws IOException {
        for (int length : LENGTHS) {
            byte[] bytes = random(length);
            byte[] expected = Base64.getMimeEncoder().encode(bytes);
            byte[] withLineEnd = length == 0 ? expected : Der.join(expected, Der.CRLF);
            assertThat(written(bytes, 7)).isEqualTo(withLineEnd);
            assertThat(Base64Lines.encodedLength(length)).isEqualTo(withLineEnd.length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 56, 57, 1000, 8208, 100_000})
    void doesNotCareInWhichPiecesItIsWritten(int piece) throws IOException {
        byte[] bytes = random(70_001);
        assertThat(written(bytes, piece)).isEqualTo(written(bytes, bytes.length));
    }

    @Test
    void writesSingleBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Base64Lines lines = new Base64Lines(out, 2);
        lines.write('h');
        lines.write('i');
        lines.finish();
        assertThat(out.toByteArray()).isEqualTo(Corp.ascii("aGk=\r\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 60, 64, 72, 76, 400})
    void readsLinesOfAnyLength(int lineLength) throws IOException {
        for (int length : LENGTHS) {
            byte[] bytes = random(length);
            byte[] crlf = Base64.getMimeEncoder(lineLength, Der.CRLF).encode(bytes);
            byte[] lf = Base64.getMimeEncoder(lineLength, new byte[] {'\n'}).encode(bytes);
            assertThat(read(crlf)).isEqualTo(bytes);
            assertThat(read(lf)).isEqualTo(bytes);
        }
    }

    @Test
    void readsLinesOfChangingLength() throws IOException {
        assertThat(read(Corp.ascii("aGVs\r\nbG8gdGhlcmUs\r\nIGhl\n\r\nbGxv\n")))
                .isEqualTo(Corp.ascii("hello there, hello"));
    }

    @Test
    void readsWithoutLineEndsAndWithoutPadding() throws IOException {
        byte[] bytes = random(100_001);
        assertThat(read(Base64.getEncoder().withoutPadding().encode(bytes))).isEqualTo(bytes);
    }

    @Test
    void passesOverWhatFollowsThePadding() throws IOException {
        assertThat(read(Corp.ascii("aGk=\r\n_____\r\nlist footer\r\n"))).isEqualTo(Corp.ascii("hi"));
    }

    @Test
    void padsWhatIsPaddedTooLittle() throws IOException {
        assertThat(read(Corp.ascii("aA=\r\n"))).isEqualTo(Corp.ascii("h"));
    }

    @Test
    void aLineThatEndsInPaddingWhereTheOthersEndIsTheLast() throws IOException {
        assertThat(read(Corp.ascii("aGVsbG8h\r\naGVsbG8=\r\naGVsbG8h\r\n"))).isEqualTo(Corp.ascii("hello!hello"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aG*k", "a", "aGVsb\u00e9==", "aGVs\r\naG-s\r\n"})
    void refusesWhatIsNotBase64(String text) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(MalformedSeal.class);
    }

    @Test
    void readsByteByByte() throws IOException {
        try (InputStream in = new Base64Input(new ByteArrayInputStream(Corp.ascii("aGk=")), 4)) {
            assertThat(in.read()).isEqualTo('h');
            assertThat(in.read()).isEqualTo('i');
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[1], 0, 0)).isZero();
        }
    }

    private static byte[] written(byte[] bytes, int piece) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Base64Lines lines = new Base64Lines(out, bytes.length);
        for (int i = 0; i < bytes.length; i += piece) {
            lines.write(bytes, i, Math.min(piece, bytes.length - i));
        }
        lines.finish();
        return out.toByteArray();
    }

    private static byte[] read(byte[] text) throws IOException {
        try (InputStream in = new Base64Input(new ByteArrayInputStream(text), text.length)) {
            return in.readAllBytes();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
