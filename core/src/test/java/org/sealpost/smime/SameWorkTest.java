package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.protocol.SealpostException;

/**
 * Whether the key block or the content of a message is wrong, the same work is done: a reader that stopped early at a wrong
 * key block would tell by the time it takes. Counted in octets read and not in time, which no two runs share.
 */
class SameWorkTest {

    private static final int LARGE = EncryptedPart.GATHERED + 100_000;

    @ParameterizedTest
    @EnumSource(names = {"AES_256_CBC", "AES_256_GCM"})
    void aWrongKeyBlockCostsWhatAWrongContentCosts(EncryptionFormat format) throws IOException {
        for (byte[] letter : List.of(Corp.LETTER, Der.join(Corp.LETTER, new byte[LARGE]))) {
            byte[] sealed = Corp.encrypt(letter, format, Corp.BOB_RSA);
            byte[] cms = CmsBytes.of(sealed);
            byte[] content = cms.clone();
            Arrays.fill(content, content.length - 40, content.length - 20, (byte) 0x55);
            content[content.length - 1] ^= 0x55;
            byte[] key = cms.clone();
            int block = KeyBlocks.indexOf(cms, KeyBlocks.find(cms));
            Arrays.fill(key, block, block + 100, (byte) 0);
            assertThat(work(CmsBytes.replaced(sealed, key))).isEqualTo(work(CmsBytes.replaced(sealed, content)));
        }
    }

    /** How many octets of it each reading took. */
    private static List<Long> work(byte[] message) throws IOException {
        Counted counted = new Counted(message);
        try {
            Corp.OPENER
                    .open(counted, List.of(Corp.decryption(Corp.BOB_RSA)), Corp.policy())
                    .close();
        } catch (SealpostException e) {
            // with CBC either may come out as noise instead; the work is what counts
            assertThat(e).isInstanceOf(CannotDecrypt.class);
        }
        return counted.readings.stream().map(one -> one[0]).toList();
    }

    private static final class Counted implements MessageSource {
        private final byte[] message;
        private final List<long[]> readings = new ArrayList<>();

        Counted(byte[] message) {
            this.message = message;
        }

        @Override
        public InputStream open() throws IOException {
            long[] count = new long[1];
            readings.add(count);
            return new FilterInputStream(MessageSource.of(message).open()) {
                @Override
                public int read() throws IOException {
                    int octet = super.read();
                    count[0] += octet < 0 ? 0 : 1;
                    return octet;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int read = super.read(bytes, offset, length);
                    count[0] += Math.max(read, 0);
                    return read;
                }
            };
        }

        @Override
        public long length() {
            return message.length;
        }
    }
}
