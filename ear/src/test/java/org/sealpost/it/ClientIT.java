package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The shipped command line against the real server, in the forms that scripts rely on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClientIT {
    private static final String MESSAGE =
            "From: alice@corp.example\r\nTo: bob@corp.example\r\nSubject: Plans\r\n\r\n" + "They are ready.\r\n";

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----.*?-----END PRIVATE KEY-----\n", Pattern.DOTALL);

    private Path folder;
    private SampleServer server;
    private PackagedClient admin;
    private PackagedClient alice;
    private PackagedClient bob;

    @BeforeAll
    void open(@TempDir Path data, @TempDir Path own) {
        folder = own;
        server = SampleServer.start(data);
        admin = new PackagedClient(server, folder, "admin");
        alice = new PackagedClient(server, folder, "alice");
        bob = new PackagedClient(server, folder, "bob");
        alice.write("epf.pw", "seven geese at the pond\n");
        alice.write("message.eml", MESSAGE);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    @Order(1)
    void anAdministratorEnablesAndTheOwnerEnrols() throws Exception {
        enrol(alice, "alice");
        enrol(bob, "bob");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("alice.epf"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(2)
    void aliceSealsAndBobOpensWithEveryCheckListed() {
        PackagedClient.Outcome sealed =
                alice.online("seal --epf alice.epf --password-file epf.pw --to bob@corp.example", "message.eml");
        assertThat(sealed.status()).as(sealed.err()).isZero();
        assertThat(sealed.out()).contains("application/pkcs7-mime").doesNotContain("ready");
        alice.write("sealed.eml", sealed.out());

        PackagedClient.Outcome opened =
                bob.run("open --epf bob.epf --password-file epf.pw --json report.json sealed.eml", "");
        assertThat(opened.status()).as(opened.err()).isZero();
        assertThat(opened.out()).contains("Subject: Plans", "They are ready.");
        JsonObject report = JsonParser.parseString(bob.read("report.json")).getAsJsonObject();
        assertThat(report.getAsJsonArray("checks")).hasSize(7);
        assertThat(report.get("result").getAsString()).isEqualTo("verified");
    }

    @Test
    @Order(3)
    void opensslOpensItWithBobsSecurityFile() {
        PackagedClient.Outcome keys =
                bob.openssl("pkcs12 -in bob.epf -passin file:epf.pw -nodes -nocerts -out bob.pem");
        assertThat(keys.status()).as(keys.err()).isZero();
        List<String> pairs = PRIVATE_KEY
                .matcher(bob.read("bob.pem"))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(pairs).as("one to sign, one to open").hasSize(2);
        assertThat(pairs.stream().filter(this::opens)).hasSize(1);
        assertThat(bob.read("opened.txt")).contains("They are ready.");
    }

    private boolean opens(String key) {
        bob.write("key.pem", key);
        PackagedClient.Outcome opened = bob.openssl("cms -decrypt -in sealed.eml -inkey key.pem -out decrypted.txt");
        return opened.status() == 0
                && bob.openssl("cms -verify -noverify -in decrypted.txt -out opened.txt")
                                .status()
                        == 0;
    }

    @Test
    @Order(4)
    void whoeverItIsNotForIsRefused() {
        PackagedClient.Outcome refused =
                alice.online("seal --epf alice.epf --password-file epf.pw --to carol@corp.example", "message.eml");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("carol@corp.example");
    }

    @Test
    @Order(5)
    void changedMailIsNotOpened() {
        String sealed = alice.read("sealed.eml");
        int middle = sealed.length() / 2;
        char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';
        alice.write("changed.eml", sealed.substring(0, middle) + other + sealed.substring(middle + 1));
        PackagedClient.Outcome refused = bob.run("open --epf bob.epf --password-file epf.pw changed.eml", "");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    @Order(6)
    void whatIsSentLiesSealedOnTheServerAndIsOpenedByItsNumber() throws Exception {
        alice.write("text.txt", "The plans are ready.\n");
        PackagedClient.Outcome sent = alice.online(
                "send --epf alice.epf --password-file epf.pw --to bob@corp.example carol@corp.example"
                        + " --if-not-enabled=remove --subject Plans --json",
                "text.txt");
        assertThat(sent.status()).as(sent.err()).isZero();

        JsonObject message = awaited();
        assertThat(message.get("seal").getAsString())
                .as("whether it is signed shows when it is opened")
                .isEqualTo("ENCRYPTED");
        PackagedClient.Outcome opened = bob.online(
                "open --epf bob.epf --password-file epf.pw --text "
                        + message.get("id").getAsLong(),
                "");
        assertThat(opened.status()).as(opened.err()).isZero();
        assertThat(opened.out()).contains("The plans are ready.").doesNotContain("carol");
    }

    @Test
    @Order(7)
    void keysAreRenewedAndOldMailStaysReadable() {
        PackagedClient.Outcome renewed = bob.online("renew --epf bob.epf --password-file epf.pw", "");
        assertThat(renewed.status()).as(renewed.err()).isZero();
        PackagedClient.Outcome opened = bob.run("open --epf bob.epf --password-file epf.pw sealed.eml", "");
        assertThat(opened.status()).as(opened.err()).isZero();
        assertThat(bob.online("status --json", "").out()).contains("\"state\":\"ENABLED\"");
    }

    private JsonObject awaited() throws InterruptedException {
        for (int tries = 0; tries < 30; tries++) {
            PackagedClient.Outcome listed = bob.online("inbox --json", "");
            assertThat(listed.status()).as(listed.err()).isZero();
            JsonArray messages = JsonParser.parseString(listed.out()).getAsJsonArray();
            if (!messages.isEmpty()) {
                return messages.get(0).getAsJsonObject();
            }
            Thread.sleep(1000);
        }
        throw new AssertionError("the message did not arrive");
    }

    private void enrol(PackagedClient owner, String name) {
        PackagedClient.Outcome enabled = admin.online("admin enable " + name + "@corp.example --json", "");
        assertThat(enabled.status()).as(enabled.err()).isZero();
        JsonObject token = JsonParser.parseString(enabled.out()).getAsJsonObject();
        assertThat(token.keySet()).containsExactlyInAnyOrder("mailbox", "token", "expires");
        owner.write(name + ".token", token.get("token").getAsString() + "\n");
        PackagedClient.Outcome enrolled = owner.online(
                "enrol --mailbox " + name + "@corp.example --token-file " + name
                        + ".token --password-file epf.pw --epf " + name + ".epf",
                "");
        assertThat(enrolled.status()).as(enrolled.err()).isZero();
    }
}
