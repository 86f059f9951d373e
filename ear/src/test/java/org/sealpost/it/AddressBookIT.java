package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.peers.ThunderbirdProgram;
import org.sealpost.pki.Certificates;

/** Thunderbird with the address book, as bob has set it up there. */
@ExtendWith(SharedServer.Giver.class)
class AddressBookIT {
    @TempDir
    private static Path folder;

    private static ThunderbirdProgram thunderbird;
    private static byte[] alices;

    @BeforeAll
    static void setUp(SharedServer shared) throws Exception {
        try (Passphrase password = Passphrase.copyOf(Setting.ALICES);
                SecurityFile file = new SecurityFileStore(Providers.best(), new SecureRandom())
                        .open(Files.readAllBytes(shared.alicesFile()), password)) {
            alices = Certificates.der(file.currentEncryption().certificate());
            new Witness(folder, file.currentEncryption().certificate()); // leaves ca.pem in the folder
        }
        SampleServer server = shared.server();
        thunderbird = new ThunderbirdProgram(folder);
        thunderbird.trust(der(folder.resolve("ca.pem")));
        thunderbird.run(
                "address-book.js",
                server.addressBookPort(),
                Base64.getEncoder().encodeToString(der(server.certificate())),
                "dc=corp,dc=example",
                "bob",
                server.password("bob"));
    }

    @AfterAll
    static void end() throws Exception {
        thunderbird.close();
    }

    private static byte[] der(Path pem) throws Exception {
        return Certificates.der(Certificates.parse(Files.readAllBytes(pem)));
    }

    @Test
    void itCompletesTheBeginningOfANameOrAnAddress() throws Exception {
        assertThat(offered("Arch")).containsExactly("Alice Archer <alice@corp.example>");
        assertThat(offered("alice@")).containsExactly("Alice Archer <alice@corp.example>");
        assertThat(offered("haddad")).isEmpty(); // to whom nothing can be sealed
    }

    private static List<String> offered(String typed) throws Exception {
        return thunderbird.run("complete.js", typed).getAsJsonArray("offered").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    @Test
    void itFetchesTheCertificateThatItEncryptsTo() throws Exception {
        JsonObject found = thunderbird.run("recipient.js", "alice@corp.example");
        assertThat(found.get("before").getAsString()).isEmpty();
        assertThat(Base64.getDecoder().decode(found.get("after").getAsString())).isEqualTo(alices);
        assertThat(thunderbird
                        .run("recipient.js", "haddad@corp.example")
                        .get("after")
                        .getAsString())
                .isEmpty();
    }
}
