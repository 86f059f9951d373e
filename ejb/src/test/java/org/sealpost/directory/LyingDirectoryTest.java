package org.sealpost.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Exception;
import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.asn1.ASN1Set;
import com.unboundid.ldap.protocol.LDAPMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.settings.ServerConfiguration;

/**
 * Answers whose lengths are not true. The library reads them from the connection as they come, and once filled the memory
 * of whoever gave it a stream that may be read again after its end.
 */
class LyingDirectoryTest {
    private static final int MEGABYTE = 1024 * 1024;

    /** Where the length of the set of values is counted from, at the end of an entry with one empty value. */
    private static final int VALUE = 3;

    @ParameterizedTest
    @MethodSource("lies")
    @Timeout(20)
    void anAnswerThatLiesAboutItsLengthIsLeft(String name, byte[] answer, boolean endless) throws Exception {
        try (ServerSocket lying = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread talking = new Thread(() -> talk(lying, answer, endless));
            talking.start();
            ServerConfiguration configuration = ServerConfiguration.from(
                    Map.of("sealpost.ldap.url", "ldap://127.0.0.1:" + lying.getLocalPort())::get);
            DirectoryConnections connections = new DirectoryConnections(configuration);
            try {
                Directory directory = new Directory(new DirectorySearch(connections), configuration, Clock.systemUTC());
                assertThatThrownBy(() -> directory.byLogin("alice")).as(name).isInstanceOf(DirectoryUnavailable.class);
            } finally {
                connections.close();
                lying.close();
                talking.join();
            }
        }
    }

    static Stream<Arguments> lies() throws ASN1Exception {
        byte[] whole = entry(new byte[] {'x'});
        byte[] longerSet = whole.clone();
        longerSet[whole.length - VALUE - 1] = 0x7f;
        byte[] hugeSet = entry(new byte[] {0, 0, 0, 'x'});
        System.arraycopy(new byte[] {(byte) 0x84, 0x7f, -1, -1, -1}, 0, hugeSet, hugeSet.length - 7, 5);
        return Stream.of(
                Arguments.of("a set that is longer than the message, then the end", longerSet, false),
                Arguments.of("the same, and empty values for ever", longerSet, true),
                Arguments.of("a set of two gigabytes, and empty values for ever", hugeSet, true),
                Arguments.of(
                        "a set as long as a message may be, and empty values for ever", set(4 * MEGABYTE - 1), true),
                Arguments.of("a message that is larger than any", message(4 * MEGABYTE + 1), true),
                Arguments.of("half a message", Arrays.copyOf(whole, whole.length / 2), false));
    }

    /** An entry with one attribute of one value. */
    private static byte[] entry(byte[] value) {
        ASN1Element attribute = new ASN1Sequence(new ASN1OctetString("uid"), new ASN1Set(new ASN1OctetString(value)));
        return new ASN1Sequence(
                        new ASN1Integer(1),
                        new ASN1Sequence(
                                LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_RESULT_ENTRY,
                                new ASN1OctetString("uid=alice"),
                                new ASN1Sequence(attribute)))
                .encode();
    }

    /** The beginning of an entry whose values are to take so many octets. */
    private static byte[] set(int octets) {
        ByteArrayOutputStream begun = new ByteArrayOutputStream();
        begun.writeBytes(message(4 * MEGABYTE));
        begun.writeBytes(new byte[] {2, 1, 1});
        begun.writeBytes(length(0x64, 4 * MEGABYTE));
        begun.writeBytes(new byte[] {4, 1, 'x'});
        begun.writeBytes(length(0x30, 4 * MEGABYTE));
        begun.writeBytes(length(0x30, 4 * MEGABYTE));
        begun.writeBytes(new byte[] {4, 1, 'x'});
        begun.writeBytes(length(0x31, octets));
        return begun.toByteArray();
    }

    private static byte[] message(int octets) {
        return length(0x30, octets);
    }

    private static byte[] length(int type, int octets) {
        return new byte[] {
            (byte) type, (byte) 0x84, (byte) (octets >> 24), (byte) (octets >> 16), (byte) (octets >> 8), (byte) octets
        };
    }

    private static void talk(ServerSocket server, byte[] answer, boolean endless) {
        while (!server.isClosed()) {
            try (Socket client = server.accept();
                    InputStream in = client.getInputStream();
                    OutputStream out = client.getOutputStream()) {
                if (in.read() >= 0) {
                    out.write(answer);
                    if (endless) {
                        pour(out);
                    }
                }
            } catch (IOException e) {
                // the other side has hung up, which is what it should do
                continue;
            }
        }
    }

    /** Empty values, until the other side hangs up. */
    private static void pour(OutputStream out) throws IOException {
        byte[] values = new byte[8192];
        for (int i = 0; i < values.length; i += 2) {
            values[i] = 4;
        }
        while (true) {
            out.write(values);
        }
    }
}
