package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.protocol.SealpostException;

/**
 * Each element of a sealed message in turn gets another tag, another length, is dropped, doubled, emptied or wrapped:
 * the answer is a message or a typed refusal, soon, and without taking more memory than a multiple of the message.
 */
class MutatedStructureTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MOST_MEMORY = 40_000_000;
    private static final long MOST_NANOSECONDS = 5_000_000_000L;

    /** An element: where its tag, content and end are. */
    private record Element(int start, int content, int end) {}

    static Stream<Arguments> messages() throws IOException {
        return Stream.of(
                Arguments.of("signed", Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.OPAQUE)),
                Arguments.of("signed by RSA", Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS_RSA, SignatureForm.OPAQUE)),
                Arguments.of("GCM for RSA", Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA)),
                Arguments.of("GCM for EC", Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_128_GCM, Corp.CAROL_EC)),
                Arguments.of(
                        "CBC for both",
                        Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA, Corp.CAROL_EC)),
                Arguments.of(
                        "CAST",
                        Corp.signAndEncrypt(
                                Corp.LETTER, SignatureForm.OPAQUE, EncryptionFormat.CAST_40, Corp.BOB_RSA)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void everyMutationIsAnsweredSoonAndInLittleMemory(String name, byte[] sealed) throws IOException {
        byte[] cms = CmsBytes.of(sealed);
        List<Element> elements = elements(cms);
        assertThat(elements).hasSizeGreaterThan(20);
        int refused = 0;
        int all = 0;
        for (Element element : elements) {
            for (byte[] mutation : mutations(cms, element)) {
                all++;
                refused += refused(CmsBytes.replaced(sealed, mutation)) ? 1 : 0;
            }
        }
        assertThat(refused).as("of %d", all).isGreaterThan(all / 4);
    }

    private static boolean refused(byte[] message) throws IOException {
        long memory = THREADS.getCurrentThreadAllocatedBytes();
        long cpu = THREADS.getCurrentThreadCpuTime();
        boolean refused = false;
        try (OpenedMessage opened = Corp.open(message, Corp.BOB_RSA, Corp.CAROL_EC)) {
            assertThat(opened.content().length()).isLessThan(2L * message.length);
        } catch (SealpostException e) {
            assertThat(e.code()).isNotBlank();
            refused = true;
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - memory).isLessThan(MOST_MEMORY);
        assertThat(THREADS.getCurrentThreadCpuTime() - cpu).isLessThan(MOST_NANOSECONDS);
        return refused;
    }

    private static List<byte[]> mutations(byte[] cms, Element element) {
        byte[] before = Arrays.copyOf(cms, element.start());
        byte[] whole = Arrays.copyOfRange(cms, element.start(), element.end());
        byte[] content = Arrays.copyOfRange(cms, element.content(), element.end());
        byte[] after = Arrays.copyOfRange(cms, element.end(), cms.length);
        int tag = cms[element.start()] & 0xFF;
        List<byte[]> mutations = new ArrayList<>();
        for (int other : new int[] {0x00, 0x02, 0x04, 0x05, 0x24, 0x30, 0x31, 0xA0, 0x1F, 0xFF, tag ^ 0x20}) {
            mutations.add(Der.join(before, new byte[] {(byte) other}, slice(whole, 1), after));
        }
        byte[] indefinite = {(byte) tag, (byte) 0x80};
        mutations.add(Der.join(before, indefinite, content, after));
        mutations.add(Der.join(before, indefinite, content, new byte[2], after));
        mutations.add(Der.join(before, Der.header(tag, 0x7FFFFFFF), content, after));
        mutations.add(Der.join(before, Der.header(tag, Long.MAX_VALUE), content, after));
        mutations.add(Der.join(before, new byte[] {(byte) tag, (byte) 0x84, -1, -1, -1, -1}, content, after));
        mutations.add(Der.join(before, new byte[] {(byte) tag, (byte) 0xFF}, content, after));
        mutations.add(Der.join(before, Der.header(tag, content.length + 1L), content, after));
        mutations.add(Der.join(before, Der.header(tag, Math.max(content.length - 1L, 0)), content, after));
        mutations.add(Der.join(before, new byte[] {(byte) tag, 0}, after));
        mutations.add(Der.join(before, after));
        mutations.add(Der.join(before, whole, whole, after));
        mutations.add(Der.join(before, Der.element(Der.SEQUENCE, whole), after));
        mutations.add(Der.join(before, content, after));
        return mutations;
    }

    /** All elements, found by walking through constructed ones. */
    private static List<Element> elements(byte[] der) {
        List<Element> elements = new ArrayList<>();
        collect(der, 0, der.length, elements);
        return elements;
    }

    private static void collect(byte[] der, int from, int to, List<Element> elements) {
        int at = from;
        while (at + 2 <= to) {
            int lengthOctets = der[at + 1] & 0xFF;
            int content = at + 2;
            int length = lengthOctets;
            if (lengthOctets > 0x80) {
                length = 0;
                for (int i = 0; i < lengthOctets - 0x80; i++) {
                    length = (length << Byte.SIZE) | (der[content++] & 0xFF);
                }
            }
            elements.add(new Element(at, content, content + length));
            if ((der[at] & 0x20) != 0) {
                collect(der, content, content + length, elements);
            }
            at = content + length;
        }
    }

    private static byte[] slice(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }
}
