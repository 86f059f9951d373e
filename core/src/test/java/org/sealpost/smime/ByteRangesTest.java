package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.mime.MessageSource;

/** Stretches of sources and sources in a row: the views through which parts of a message are read without copying. */
class ByteRangesTest {

    private static final byte[] BYTES = bytes();

    @ParameterizedTest
    @CsvSource({"0,0", "0,1", "0,1000", "1,998", "999,1", "1000,0", "500,500"})
    void aSliceIsThatStretch(int offset, int length) throws IOException {
        Slice slice = new Slice(() -> new ByteArrayInputStream(BYTES), offset, length);
        byte[] expected = Arrays.copyOfRange(BYTES, offset, offset + length);
        assertThat(slice.length()).isEqualTo(length);
        assertThat(read(slice)).isEqualTo(expected);
        assertThat(read(slice)).as("again").isEqualTo(expected);
        assertThat(readSingly(slice)).isEqualTo(expected);
    }

    @Test
    void aSliceOfASliceOfASliceToo() throws IOException {
        Slice outer = new Slice(() -> new ByteArrayInputStream(BYTES), 100, 800);
        Slice middle = new Slice(outer::open, 50, 700);
        Slice inner = new Slice(middle::open, 25, 10);
        assertThat(read(inner)).isEqualTo(Arrays.copyOfRange(BYTES, 175, 185));
    }

    @Test
    void aSliceBeyondItsSourceIsNoticedWhenItIsOpened() {
        Slice beyond = new Slice(() -> new ByteArrayInputStream(BYTES), BYTES.length + 1L, 1);
        assertThatThrownBy(beyond::open).isInstanceOf(EOFException.class);
    }

    @Test
    void skippingStaysWithinTheSlice() throws IOException {
        try (InputStream in = new Slice(() -> new ByteArrayInputStream(BYTES), 10, 20).open()) {
            assertThat(in.skip(15)).isEqualTo(15);
            assertThat(in.read()).isEqualTo(BYTES[25] & 0xFF);
            assertThat(in.skip(100)).isEqualTo(4);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[3], 0, 3)).isEqualTo(-1);
            assertThat(in.read(new byte[3], 0, 0)).isZero();
        }
    }

    @Test
    void closingASliceClosesItsSource() throws IOException {
        List<String> closed = new ArrayList<>();
        ByteStream watched = () -> new FilterInputStream(new ByteArrayInputStream(BYTES)) {
            @Override
            public void close() throws IOException {
                closed.add("closed");
                super.close();
            }
        };
        new Slice(new Slice(watched, 1, 10)::open, 1, 5).open().close();
        assertThat(closed).containsExactly("closed");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,5", "5,0", "1,999", "700,300"})
    void joinedSourcesFollowOneAnother(int first, int second) throws IOException {
        MessageSource start = MessageSource.of(Arrays.copyOf(BYTES, first));
        MessageSource end = MessageSource.of(Arrays.copyOfRange(BYTES, first, first + second));
        Joined joined = new Joined(start, end);
        assertThat(joined.length()).isEqualTo((long) first + second);
        assertThat(read(joined)).isEqualTo(Arrays.copyOf(BYTES, first + second));
        assertThat(readSingly(joined)).isEqualTo(Arrays.copyOf(BYTES, first + second));
    }

    @Test
    void aSliceAcrossTheJointIsWhole() throws IOException {
        Joined joined = new Joined(
                MessageSource.of(Arrays.copyOf(BYTES, 400)),
                MessageSource.of(Arrays.copyOfRange(BYTES, 400, BYTES.length)));
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            int from = random.nextInt(BYTES.length);
            int length = random.nextInt(BYTES.length - from);
            assertThat(read(new Slice(joined::open, from, length)))
                    .isEqualTo(Arrays.copyOfRange(BYTES, from, from + length));
        }
    }

    /** Octets in one piece or in many are gathered up to the maximum, and beyond it only counted. */
    @ParameterizedTest
    @CsvSource({"0,10", "10,10", "11,10", "9,10", "1000,100", "100,1000", "20000,9000", "20000,20000", "20000,20001"})
    void gathersWhatIsSmallAndCountsWhatIsLarge(int length, int maximum) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        for (byte[] encoded : new byte[][] {Der.element(Der.OCTET_STRING, content), inPieces(content)}) {
            ByteArrayInputStream in = new ByteArrayInputStream(encoded);
            Gathering gathering =
                    Gathering.of(new OctetInput(new BerReader(in, encoded.length), Der.OCTET_STRING, in), maximum);
            assertThat(gathering.length()).isEqualTo(length);
            assertThat(gathering.bytes().isPresent()).isEqualTo(length <= maximum);
            gathering.bytes().ifPresent(bytes -> assertThat(bytes).isEqualTo(content));
        }
    }

    private static byte[] inPieces(byte[] content) {
        List<byte[]> pieces = new ArrayList<>();
        pieces.add(new byte[] {0x24, (byte) 0x80});
        for (int at = 0; at < content.length; at += 37) {
            pieces.add(
                    Der.element(Der.OCTET_STRING, Arrays.copyOfRange(content, at, Math.min(at + 37, content.length))));
        }
        pieces.add(new byte[2]);
        return Der.join(pieces.toArray(byte[][]::new));
    }

    private static byte[] read(MessageSource source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readAllBytes();
        }
    }

    private static byte[] readSingly(MessageSource source) throws IOException {
        byte[] bytes = new byte[(int) source.length()];
        try (InputStream in = source.open()) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) in.read();
            }
            assertThat(in.read()).isEqualTo(-1);
        }
        return bytes;
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[1000];
        new Random(2).nextBytes(bytes);
        return bytes;
    }
}
