package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PkcsPaddingTest {

    private static final int BLOCK = 256;

    @Test
    void removesGoodPaddingAndWipesTheBlock() {
        for (int length = 0; length <= BLOCK - 11; length++) {
            byte[] block = padded(length);
            byte[] content = Arrays.copyOfRange(block, BLOCK - length, BLOCK);
            assertThat(PkcsPadding.remove(block))
                    .hasValueSatisfying(it -> assertThat(it).isEqualTo(content));
            assertThat(block).containsOnly(0);
        }
    }

    @Test
    void refusesAWrongStart() {
        for (int at = 0; at < 2; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] block = padded(16);
                block[at] ^= (byte) (1 << bit);
                assertThat(PkcsPadding.remove(block)).isEmpty();
            }
        }
    }

    @Test
    void refusesPaddingThatIsTooShortOrEndless() {
        byte[] tooShort = padded(BLOCK - 11);
        tooShort[9] = 0;
        assertThat(PkcsPadding.remove(tooShort)).isEmpty();
        byte[] endless = new byte[BLOCK];
        Arrays.fill(endless, (byte) 0xFF);
        endless[0] = 0;
        endless[1] = 2;
        assertThat(PkcsPadding.remove(endless)).isEmpty();
        assertThat(PkcsPadding.remove(new byte[0])).isEmpty();
        assertThat(PkcsPadding.remove(new byte[] {0, 2})).isEmpty();
    }

    private static byte[] padded(int length) {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) 0x80);
        block[0] = 0;
        block[1] = 2;
        block[BLOCK - length - 1] = 0;
        for (int i = BLOCK - length; i < BLOCK; i++) {
            block[i] = (byte) (i * 7);
        }
        return block;
    }
}
