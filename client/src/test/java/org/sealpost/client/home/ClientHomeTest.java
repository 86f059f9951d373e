package org.sealpost.client.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.crypto.BadEncoding;

class ClientHomeTest {
    @TempDir
    Path folder;

    @Test
    void theEnvironmentNamesTheFolder() {
        assertThat(ClientHome.of(Map.of("SEALPOST_HOME", "/else"), folder).file("x"))
                .isEqualTo(Path.of("/else/x"));
        assertThat(ClientHome.of(Map.of(), folder).file("x")).isEqualTo(folder.resolve(".config/sealpost/x"));
    }

    @Test
    void whatIsNotThereIsEmptyAndWhatIsWrittenComesBack() {
        ClientHome home = new ClientHome(folder.resolve("new"));
        assertThat(home.read("crl/a.crl")).isEmpty();
        assertThat(home.age("crl/a.crl")).isEmpty();
        home.write("crl/a.crl", new byte[] {1});
        assertThat(home.read("crl/a.crl")).contains(new byte[] {1});
        assertThat(home.age("crl/a.crl")).isPresent();
    }

    @Test
    void aConnectionIsSavedWithoutAnySecret() throws Exception {
        ClientHome home = new ClientHome(folder);
        SavedConnection saved = new SavedConnection(
                Optional.of("https://localhost:8443"),
                Optional.of("alice"),
                Optional.of("alice@corp.example"),
                Optional.of(folder.resolve("alice.epf")));
        saved.save(home, Optional.of("PEM".getBytes(StandardCharsets.US_ASCII)));

        assertThat(SavedConnection.load(home)).isEqualTo(saved);
        assertThat(SavedConnection.trust(home)).isPresent();
        assertThat(Files.readString(folder.resolve("config.json"))).doesNotContainIgnoringCase("password");
    }

    @Test
    void nothingSavedIsNothingKnownAndADamagedFileIsSaidToBe() throws Exception {
        ClientHome home = new ClientHome(folder);
        assertThat(SavedConnection.load(home)).isEqualTo(SavedConnection.NONE);
        Files.writeString(folder.resolve("config.json"), "{\"server\":");
        assertThatThrownBy(() -> SavedConnection.load(home)).isInstanceOf(BadEncoding.class);
    }
}
