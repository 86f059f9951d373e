package org.sealpost.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.directory.DirectoryAnswerRefused.Reason;
import org.sealpost.model.MailboxId;
import org.sealpost.settings.ServerConfiguration;

/** Whatever the directory answers ends in an entry or a typed refusal, in bounded time. */
class HostileDirectoryTest {
    private static final String ID = "5116b571-c90d-5524-8e65-c2c88a2eb921";

    @ParameterizedTest
    @ValueSource(strings = {"none", "two@ats@corp.example", "bob@corp.example\r\nBcc: eve@corp.example", "@", ""})
    void anAddressThatIsNoneIsRefused(String mail) throws Exception {
        try (TestDirectory running = person(new Attribute("mail", mail), new Attribute("entryUUID", ID))) {
            assertThatThrownBy(() -> running.directory().byLogin("bob"))
                    .isInstanceOfSatisfying(DirectoryAnswerRefused.class, refused -> assertThat(refused.arguments())
                            .startsWith(Reason.BAD_ADDRESS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../../etc", "x\ny"})
    void anIdThatIsNoneIsRefused(String id) throws Exception {
        try (TestDirectory running =
                person(new Attribute("mail", "bob@corp.example"), new Attribute("entryUUID", id))) {
            assertThatThrownBy(() -> running.directory().byLogin("bob"))
                    .isInstanceOfSatisfying(DirectoryAnswerRefused.class, refused -> assertThat(refused.arguments())
                            .startsWith(Reason.NO_ID));
        }
    }

    @Test
    void anIdOfManyValuesOrTooLongIsRefused() throws Exception {
        for (Attribute id : List.of(
                new Attribute("entryUUID", ID, "289fdcc5-09d6-5408-ab65-288ee5a72608"),
                new Attribute("entryUUID", "a".repeat(MailboxId.MAX_LENGTH + 1)))) {
            try (TestDirectory running = person(new Attribute("mail", "bob@corp.example"), id)) {
                assertThatThrownBy(() -> running.directory().byLogin("bob")).isInstanceOf(DirectoryAnswerRefused.class);
            }
        }
    }

    @Test
    void namesLoseControlCharactersAndCannotTurnTheDirection() throws Exception {
        try (TestDirectory running = person(
                new Attribute("mail", "bob@corp.example"),
                new Attribute("entryUUID", ID),
                new Attribute("displayName", "Bob\r\n\u202eBaker" + "x".repeat(1_000)))) {
            assertThat(running.directory().byLogin("bob").orElseThrow().displayName())
                    .startsWith("BobBakerx")
                    .hasSizeLessThanOrEqualTo(256);
        }
    }

    @Test
    void inAListABadEntryHidesNoGoodOne() throws Exception {
        TestDirectory.Filling filling = TestDirectory.entries(List.of(
                new String[] {
                    "dn: uid=bad,dc=corp,dc=example",
                    "objectClass: inetOrgPerson",
                    "uid: bad",
                    "cn: Bad",
                    "mail: nonsense",
                    "entryUUID: " + ID
                },
                new String[] {
                    "dn: uid=bad2,dc=corp,dc=example",
                    "objectClass: inetOrgPerson",
                    "uid: bad2",
                    "cn: Badder",
                    "mail: badder@corp.example",
                    "entryUUID: 289fdcc5-09d6-5408-ab65-288ee5a72608"
                }));
        try (TestDirectory running = TestDirectory.of(Map.of(), filling)) {
            assertThat(running.directory().search("bad", 10))
                    .extracting(DirectoryEntry::login)
                    .containsExactly("bad2");
            assertThat(running.directory().people("", Optional.empty(), 10).rows())
                    .extracting(DirectoryEntry::login)
                    .containsExactly("bad2");
        }
    }

    @Test
    void aGroupOfThousandsIsRefused() throws Exception {
        List<String> group = new ArrayList<>(List.of(
                "dn: cn=all,dc=corp,dc=example",
                "objectClass: groupOfNames",
                "cn: all",
                "mail: all@corp.example",
                "entryUUID: " + ID));
        for (int i = 0; i <= 2_000; i++) {
            group.add("member: uid=u" + i + ",dc=corp,dc=example");
        }
        TestDirectory.Filling filling = TestDirectory.entries(List.<String[]>of(group.toArray(String[]::new)));
        try (TestDirectory running = TestDirectory.of(Map.of(), filling)) {
            assertThatThrownBy(() -> running.directory().expandGroup("all@corp.example"))
                    .isInstanceOfSatisfying(DirectoryAnswerRefused.class, refused -> assertThat(refused.arguments())
                            .containsExactly(Reason.GROUP_TOO_LARGE, "all@corp.example"));
        }
    }

    @Test
    void activeDirectorysIdIsReadAndFoundInItsOwnOrderOfOctets() throws Exception {
        byte[] guid = {0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, (byte) 0x88, (byte) 0x99, 10, 11, 12, 13, 14, 15
        };
        TestDirectory.Filling filling = server -> {
            TestDirectory.entries(List.of()).fill(server);
            server.add(
                    "cn=Bob,dc=corp,dc=example",
                    new Attribute("objectClass", "user"),
                    new Attribute("sAMAccountName", "bob"),
                    new Attribute("cn", "Bob"),
                    new Attribute("mail", "bob@corp.example"),
                    new Attribute("objectGUID", new ASN1OctetString(guid)));
        };
        Map<String, String> kind =
                Map.of("sealpost.ldap.kind", "active-directory", "sealpost.ldap.people.filter", "(objectClass=user)");
        try (TestDirectory running = TestDirectory.of(kind, filling)) {
            MailboxId id = new MailboxId("00112233-4455-6677-8899-0a0b0c0d0e0f");
            assertThat(running.directory().byLogin("bob"))
                    .map(DirectoryEntry::id)
                    .contains(id);
            assertThat(running.directory().byId(id)).map(DirectoryEntry::login).contains("bob");
            assertThat(running.directory().byId(new MailboxId("no-guid"))).isEmpty();
        }
    }

    @Test
    @Timeout(20)
    void aServerThatSaysNothingIsLeftInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertUnavailable(silent);
        }
    }

    @Test
    @Timeout(20)
    void aServerThatTalksNonsenseIsLeft() throws Exception {
        try (ServerSocket babbling = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread talking = new Thread(() -> babble(babbling));
            talking.start();
            assertUnavailable(babbling);
            babbling.close();
            talking.join();
        }
    }

    @Test
    void nobodyListeningIsSaidSo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            taken.close();
            Instant before = Instant.now();
            assertThatThrownBy(() -> at(port).byLogin("alice")).isInstanceOf(DirectoryUnavailable.class);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static void babble(ServerSocket server) {
        try (Socket client = server.accept();
                OutputStream out = client.getOutputStream()) {
            for (int i = 0; i < 100; i++) {
                out.write("HTTP/1.1 200 OK\r\n\u00ff\u00ff\u00ff\u00ff".getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // the other side has hung up, which is what it should do
            return;
        }
    }

    private static void assertUnavailable(ServerSocket socket) {
        assertThatThrownBy(() -> at(socket.getLocalPort()).byLogin("alice")).isInstanceOf(DirectoryUnavailable.class);
    }

    private static Directory at(int port) {
        ServerConfiguration configuration =
                ServerConfiguration.from(Map.of("sealpost.ldap.url", "ldap://127.0.0.1:" + port)::get);
        return new Directory(
                new DirectorySearch(new DirectoryConnections(configuration)), configuration, Clock.systemUTC());
    }

    private static TestDirectory person(Attribute... attributes) throws LDAPException, LDIFException {
        return TestDirectory.of(Map.of(), server -> {
            TestDirectory.entries(List.of()).fill(server);
            addPerson(server, attributes);
        });
    }

    private static void addPerson(InMemoryDirectoryServer server, Attribute... attributes) throws LDAPException {
        List<Attribute> all = new ArrayList<>(List.of(attributes));
        all.add(new Attribute("objectClass", "inetOrgPerson"));
        all.add(new Attribute("uid", "bob"));
        server.add("uid=bob,dc=corp,dc=example", all);
    }
}
