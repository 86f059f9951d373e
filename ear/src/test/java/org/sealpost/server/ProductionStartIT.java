package org.sealpost.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts for an organisation that must be refused, with the list of what is missing, and nothing started. */
class ProductionStartIT {
    private static final int CONFIGURATION_ERROR = 78;

    @TempDir
    private Path folder;

    private final Map<String, String> complete = new HashMap<>();

    @BeforeEach
    void configure() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "one-of-its-own\n");
        Path keystore = folder.resolve("keystore.p12");
        makeKeyStore(keystore, password);
        complete.put("SEALPOST_DATA", folder.resolve("data").toString());
        complete.put("SEALPOST_PUBLIC_URL", "https://mail-security.example.org");
        complete.put("SEALPOST_LDAP_URL", "ldaps://directory.example.org");
        complete.put("SEALPOST_LDAP_BASE_DN", "dc=example,dc=org");
        complete.put("SEALPOST_LDAP_BIND_DN", "cn=sealpost,dc=example,dc=org");
        complete.put("SEALPOST_LDAP_BIND_PASSWORD_FILE", password.toString());
        complete.put("SEALPOST_TLS_KEYSTORE", keystore.toString());
        complete.put("SEALPOST_TLS_KEYSTORE_PASSWORD_FILE", password.toString());
        complete.put("SEALPOST_STARTUP_PASSWORD_FILE", password.toString());
    }

    private static void makeKeyStore(Path file, Path password) {
        String words = "keytool -genkeypair -alias tls -keyalg EC -dname CN=localhost -storetype PKCS12 -keystore "
                + file + " -storepass:file " + password;
        Command made = Command.run(Map.of(), List.of(words.split(" ")));
        assertThat(made.status()).as(made.output()).isZero();
    }

    @AfterEach
    void nothingWasStarted() {
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(folder.toString())))
                .isEmpty();
    }

    @Test
    void withoutAnySettingNamesAllThatAreMissingAndStartsNothing() {
        Command start = start(Map.of());
        assertThat(start.status()).isEqualTo(CONFIGURATION_ERROR);
        assertThat(complete.keySet())
                .allSatisfy(name -> assertThat(start.output()).contains("  " + name + ": "));
        assertThat(start.output()).contains("9 setting(s) missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEALPOST_DATA",
                "SEALPOST_PUBLIC_URL",
                "SEALPOST_LDAP_URL",
                "SEALPOST_LDAP_BIND_PASSWORD_FILE",
                "SEALPOST_TLS_KEYSTORE",
                "SEALPOST_STARTUP_PASSWORD_FILE"
            })
    void withoutOneSettingNamesThatOneAlone(String missing) {
        complete.remove(missing);
        Command start = start(complete);
        assertThat(start.status()).isEqualTo(CONFIGURATION_ERROR);
        assertThat(start.output()).contains("1 setting(s) missing").contains("  " + missing + ": ");
    }

    @Test
    void refusesPasswordsOverAPlainConnectionToTheDirectory() {
        complete.put("SEALPOST_LDAP_URL", "ldap://directory.example.org");
        assertThat(start(complete).output()).contains("must start with ldaps://");
    }

    @Test
    void refusesPagesWithoutTls() {
        complete.put("SEALPOST_PUBLIC_URL", "http://mail-security.example.org");
        assertThat(start(complete).output()).contains("must start with https://");
    }

    @Test
    void refusesAKeyStoreThatItsPasswordDoesNotOpen() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "another-password\n");
        complete.put("SEALPOST_TLS_KEYSTORE_PASSWORD_FILE", other.toString());
        assertThat(start(complete).output()).contains("does not open with that password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldaps", "0", "-1", "636 ", "65536"})
    void refusesAnAddressBookAtWhatIsNoPort(String port) {
        complete.put("SEALPOST_LDAP_VIEW_PORT", port);
        assertThat(start(complete).output())
                .contains("1 setting(s) missing")
                .contains("  SEALPOST_LDAP_VIEW_PORT: must be a port");
    }

    @Test
    void refusesAnEmptyStartUpSecret() throws IOException {
        complete.put(
                "SEALPOST_STARTUP_PASSWORD_FILE",
                Files.createFile(folder.resolve("empty")).toString());
        assertThat(start(complete).output()).contains("missing, empty or not readable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEALPOST_DB_USER", "SEALPOST_DB_PASSWORD_FILE"})
    void knowsNoLoginToPostgresqlByItself(String missing) {
        usePostgresql();
        complete.remove(missing);
        Command start = start(complete);
        assertThat(start.status()).isEqualTo(CONFIGURATION_ERROR);
        assertThat(start.output()).contains("1 setting(s) missing").contains("  " + missing + ": ");
    }

    @Test
    void takesThePasswordOfTheDatabaseFromAFileAlone() {
        usePostgresql();
        complete.remove("SEALPOST_DB_PASSWORD_FILE");
        complete.put("SEALPOST_DB_PASSWORD", "on-show-in-the-environment");
        assertThat(start(complete).output()).contains("  SEALPOST_DB_PASSWORD_FILE: ");
    }

    @Test
    void refusesADatabaseItDoesNotKnow() {
        complete.put("SEALPOST_DB_URL", "jdbc:other:somewhere");
        assertThat(start(complete).output()).contains("must start with jdbc:postgresql: or jdbc:h2:");
    }

    @Test
    void isContentWithPostgresqlAndItsLogin() {
        usePostgresql();
        assertThat(check().status()).isZero();
    }

    private void usePostgresql() {
        complete.put("SEALPOST_DB_URL", "jdbc:postgresql://database.example.org/sealpost");
        complete.put("SEALPOST_DB_USER", "mail");
        complete.put("SEALPOST_DB_PASSWORD_FILE", folder.resolve("password").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEALPOST_BEARER_INTROSPECTION_URL",
                "SEALPOST_BEARER_ISSUER",
                "SEALPOST_BEARER_CLIENT",
                "SEALPOST_BEARER_CLIENT_SECRET_FILE"
            })
    void takesBearerTokensByAWholeConfigurationOnly(String missing) {
        useAnIdentityProvider();
        complete.remove(missing);
        Command start = start(complete);
        assertThat(start.status()).isEqualTo(CONFIGURATION_ERROR);
        assertThat(start.output()).contains("1 setting(s) missing").contains("  " + missing + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.example.org/introspect", "http://localhost.example.org/introspect"})
    void sendsNoSecretToAnIdentityProviderInClear(String address) {
        useAnIdentityProvider();
        complete.put("SEALPOST_BEARER_INTROSPECTION_URL", address);
        assertThat(start(complete).output()).contains("  SEALPOST_BEARER_INTROSPECTION_URL: must start with https://");
    }

    @Test
    void isContentWithAnIdentityProvider() {
        useAnIdentityProvider();
        assertThat(check().status()).isZero();
    }

    private void useAnIdentityProvider() {
        complete.put("SEALPOST_BEARER_INTROSPECTION_URL", "https://id.example.org/introspect");
        complete.put("SEALPOST_BEARER_ISSUER", "https://id.example.org");
        complete.put("SEALPOST_BEARER_CLIENT", "sealpost");
        complete.put(
                "SEALPOST_BEARER_CLIENT_SECRET_FILE", folder.resolve("password").toString());
    }

    @Test
    void neverShowsAPassword() {
        assertThat(check().output()).doesNotContain("one-of-its-own");
        complete.remove("SEALPOST_DATA");
        assertThat(start(complete).output()).doesNotContain("one-of-its-own");
    }

    @Test
    void isContentWhenEverythingIsThere() {
        complete.put("SEALPOST_LDAP_VIEW_PORT", "636");
        Command start = check();
        assertThat(start.output()).contains("Everything needed to start is there.");
        assertThat(start.status()).isZero();
    }

    @Test
    void isContentWithTheTokensPinInPlaceOfTheStartUpPassword() {
        complete.remove("SEALPOST_STARTUP_PASSWORD_FILE");
        complete.put("SEALPOST_TOKEN_PIN_FILE", folder.resolve("password").toString());
        assertThat(start(complete).output()).contains("1 setting(s) missing").contains("  SEALPOST_TOKEN_LIBRARY: ");
        complete.put("SEALPOST_TOKEN_LIBRARY", "/usr/lib/softhsm/libsofthsm2.so");
        assertThat(check().status()).isZero();
    }

    @Test
    void staysLockedOnlyWhereThatIsAskedFor() {
        complete.put("SEALPOST_UNLOCK", "by-hand");
        assertThat(start(complete).output()).contains("by-hand goes with neither");
        complete.remove("SEALPOST_STARTUP_PASSWORD_FILE");
        assertThat(check().status()).isZero();
        complete.put("SEALPOST_UNLOCK", "somehow");
        assertThat(start(complete).output()).contains("must be by-hand or not set");
    }

    /** Really starts, which must end by itself. */
    private static Command start(Map<String, String> environment) {
        return Command.run(environment, List.of(launcher()));
    }

    private Command check() {
        return Command.run(complete, List.of(launcher(), "--check"));
    }

    private static String launcher() {
        return Command.server().resolve("bin/sealpost-server").toString();
    }
}
