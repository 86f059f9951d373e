package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineEndsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/nb|a/r/nb",
                "a/r/nb|a/r/nb",
                "/n/n|/r/n/r/n",
                "/r/n/n|/r/n/r/n",
                "a/rb|a/rb",
                "a/r/r/nb|a/r/r/nb",
                "a/n|a/r/n",
                "a/r|a/r",
                "a|a",
            })
    void bareLineFeedsBecomeCrlfAndNothingElseChanges(String before, String after) throws IOException {
        byte[] bytes = bytes(before);
        assertThat(LineEnds.canonical(bytes)).isEqualTo(bytes(after));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LineEnds lines = new LineEnds(out)) {
            for (byte b : bytes) {
                lines.write(b);
            }
            assertThat(lines.changed()).isEqualTo(!before.equals(after));
        }
        assertThat(out.toByteArray()).isEqualTo(bytes(after));
    }

    @Test
    void crlfBecomesBareAndSingleCarriageReturnsStay() {
        assertThat(LineEnds.bare(bytes("a/r/nb/rc/r"))).isEqualTo(bytes("a/nb/rc/r"));
    }

    private static byte[] bytes(String text) {
        return Corp.ascii(text.replace("/r", "\r").replace("/n", "\n"));
    }
}
