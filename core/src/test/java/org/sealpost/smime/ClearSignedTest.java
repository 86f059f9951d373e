package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.mime.MessageSource;

class ClearSignedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--b/r/none/r/n--b/r/ntwo/r/n--b--/r/n|one|two",
                "--b/none/n--b/ntwo/n--b--|one|two",
                "preamble/r/n--b  /r/none/r/n/r/n--b/t/r/ntwo/r/n--b--  /r/nepilogue|one/r/n|two",
                "--b/r/n--bogus/r/n--b-/r/n---b/r/n--b/r/ntwo/r/n--b--/r/n|--bogus/r/n--b-/r/n---b|two",
                "--b/r/n--b/r/n--b--/r/n|''|''",
                "--b/r/none/r/n--b/r/ntwo|one|two",
                "x--b/r/n--b/r/na/rb/r/n--b/r/ntwo/r/n--b--|a/rb|two",
            })
    void findsBothParts(String body, String signed, String signature) throws IOException {
        ClearSigned parts = ClearSigned.locate(MessageSource.of(bytes(body)), "b");
        assertThat(read(parts.signed())).isEqualTo(bytes(signed));
        assertThat(read(parts.signature())).isEqualTo(bytes(signature));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "--b/r/none",
                "--b/r/none/r/n--b--/r/n",
                "--b/r/none/r/n--b/r/ntwo/r/n--b/r/nthree/r/n--b--/r/n",
                "--b--/r/none/r/n--b/r/ntwo",
            })
    void refusesAnythingButTwoParts(String body) {
        assertThatThrownBy(() -> ClearSigned.locate(MessageSource.of(bytes(body)), "b"))
                .isInstanceOf(MalformedSeal.class);
    }

    @Test
    void refusesAnEmptyBoundary() {
        assertThatThrownBy(() -> ClearSigned.locate(MessageSource.of(bytes("--/r/na/r/n--/r/nb/r/n----")), ""))
                .isInstanceOf(MalformedSeal.class);
    }

    @Test
    void findsBoundariesThatFallBetweenTwoReads() throws IOException {
        byte[] body =
                bytes("--boundary/r/n" + "text and -- dashes/r/n".repeat(20) + "--boundary/r/ntwo/r/n--boundary--");
        List<BoundaryLine> whole = BoundaryLine.find(MessageSource.of(body), "boundary", 3);
        List<BoundaryLine> dripping = BoundaryLine.find(new Dripping(body), "boundary", 3);
        assertThat(whole).hasSize(3);
        assertThat(dripping).isEqualTo(whole);
    }

    /** A source that gives one byte at a time. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Dripping(byte[] bytes) implements MessageSource {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes) {
                @Override
                public synchronized int read(byte[] to, int offset, int length) {
                    return super.read(to, offset, Math.min(length, 1));
                }
            };
        }

        @Override
        public long length() {
            return bytes.length;
        }
    }

    private static byte[] read(MessageSource source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] bytes = in.readAllBytes();
            assertThat(source.length()).isEqualTo(bytes.length);
            return bytes;
        }
    }

    private static byte[] bytes(String text) {
        return text.replace("/r", "\r").replace("/n", "\n").replace("/t", "\t").getBytes(StandardCharsets.US_ASCII);
    }
}
