package org.sealpost.addressbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Exception;
import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes from whoever is no mail program costs little and hurts nobody else. */
class HostileProgramTest {
    private static final byte EXTENDED_RESPONSE = 0x78;

    private RunningBook book;

    @BeforeEach
    void open() throws Exception {
        book = new RunningBook(true);
        book.organisation.encryption("bob");
    }

    @AfterEach
    void close() throws Exception {
        book.close();
    }

    @Test
    void whatIsNoMessageEndsTheConnectionWithANotice() throws Exception {
        for (byte[] garbage : List.of(
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1},
                new byte[] {0x30, 3, 2, 1, 0},
                new byte[] {0x30, 2, 5, 0},
                new ASN1Sequence(new ASN1Integer(1), new ASN1Element((byte) 0x7e, new byte[0])).encode())) {
            assertNotice(garbage);
        }
        assertSomebodyElseIsServed();
    }

    @Test
    void aFilterThatIsNestedWithoutEndIsNotRead() throws Exception {
        assertNotice(search(nested(1500)));
        assertSomebodyElseIsServed();
    }

    @Test
    void aFilterThatIsNestedSomewhatIsRefusedInWords() throws Exception {
        try (SSLSocket socket = book.socket()) {
            socket.getOutputStream().write(search(nested(40)));
            ASN1Sequence answer = ASN1Sequence.decodeAsSequence(message(socket.getInputStream()));
            assertThat(LDAPMessage.decode(answer)
                            .getSearchResultDoneProtocolOp()
                            .getDiagnosticMessage())
                    .startsWith("Ask for a whole address");
        }
    }

    @Test
    void aFilterOfManyPartsIsRefused() throws Exception {
        try (LDAPConnection program = book.connect("alice")) {
            Filter wide =
                    Filter.createORFilter(new ArrayList<>(Collections.nCopies(600, Filter.createPresenceFilter("x"))));
            assertThat(refused(program, wide)).isTrue();
        }
        assertSomebodyElseIsServed();
    }

    /** Some have said hello and nothing since, others not even that: nobody waits for either to take leave. */
    @Test
    @Timeout(15)
    void oneAddressCannotHoldAllConnectionsAndOldOnesMakeRoom() throws Exception {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < LdapListener.MOST_OF_ONE; i++) {
                held.add(i % 2 == 0 ? greeting() : book.silent());
            }
            assertThat(isServed()).isFalse();
            book.organisation.clock.pass(LdapListener.LONGEST.plus(Duration.ofSeconds(1)));
            for (int i = 0; i < 50 && !isServed(); i++) {
                Thread.sleep(100); // the connections that were closed end in threads of their own
            }
            assertSomebodyElseIsServed();
            for (Socket socket : held) {
                assertEnded(socket);
            }
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    private Socket greeting() throws Exception {
        SSLSocket socket = book.socket();
        socket.startHandshake();
        return socket;
    }

    /** Without leave of TLS, which is an error for some readers. */
    private static void assertEnded(Socket socket) {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } catch (IOException e) {
            assertThat(e).isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    private static boolean refused(LDAPConnection program, Filter filter) {
        try {
            program.search(RunningBook.BASE, SearchScope.SUB, filter);
            return false;
        } catch (LDAPException e) {
            return true;
        }
    }

    private void assertNotice(byte[] sent) throws Exception {
        try (SSLSocket socket = book.socket()) {
            socket.getOutputStream().write(sent);
            ASN1Element[] answer = ASN1Sequence.decodeAsSequence(message(socket.getInputStream()))
                    .elements();
            assertThat(ASN1Integer.decodeAsInteger(answer[0]).intValue()).isZero();
            assertThat(answer[1].getType()).isEqualTo(EXTENDED_RESPONSE);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private void assertSomebodyElseIsServed() {
        assertThat(isServed()).isTrue();
    }

    private boolean isServed() {
        try (LDAPConnection program = book.connect("alice")) {
            return program.search(RunningBook.BASE, SearchScope.SUB, "(mail=bob@corp.example)")
                            .getEntryCount()
                    == 1;
        } catch (LDAPException | GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] message(InputStream in) throws IOException {
        return Frame.next(in).orElseThrow();
    }

    /** A search whose filter stands in so many negations, which no library would write. */
    private static byte[] search(byte[] filter) throws ASN1Exception {
        ASN1Element[] parts = ASN1Sequence.decodeAsSequence(new SearchRequestProtocolOp(
                                RunningBook.BASE,
                                SearchScope.SUB,
                                DereferencePolicy.NEVER,
                                0,
                                0,
                                false,
                                Filter.createPresenceFilter("cn"),
                                List.of())
                        .encodeProtocolOp())
                .elements();
        parts[6] = ASN1Element.decode(filter);
        return new ASN1Sequence(
                        new ASN1Integer(1), new ASN1Sequence(LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_REQUEST, parts))
                .encode();
    }

    private static byte[] nested(int depth) {
        ASN1Element filter = new ASN1OctetString((byte) 0x87, "cn");
        for (int i = 0; i < depth; i++) {
            filter = new ASN1Element((byte) 0xa2, filter.encode());
        }
        return filter.encode();
    }
}
