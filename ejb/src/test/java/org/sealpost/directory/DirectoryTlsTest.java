package org.sealpost.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.SelfSignedCertificateGenerator;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.settings.ServerConfiguration;

/** Over LDAPS and StartTLS, with a server whose certificate only its own authority vouches for. */
class DirectoryTlsTest {
    @TempDir
    Path folder;

    private InMemoryDirectoryServer server;
    private Path trust;

    @BeforeEach
    void serve() throws Exception {
        var made = SelfSignedCertificateGenerator.generateTemporarySelfSignedCertificate("test", "PKCS12");
        File file = made.getFirst();
        char[] pin = made.getSecond();
        trust = folder.resolve("authority.pem");
        Files.writeString(trust, pem(file, pin));
        SSLUtil tls = new SSLUtil(new KeyStoreKeyManager(file, pin, "PKCS12", null), null);
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=corp,dc=example");
        config.setSchema(null);
        config.setGenerateOperationalAttributes(false);
        InetAddress here = InetAddress.getLoopbackAddress();
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPSConfig("ldaps", here, 0, tls.createSSLServerSocketFactory(), null),
                InMemoryListenerConfig.createLDAPConfig("ldap", here, 0, tls.createSSLSocketFactory()));
        server = new InMemoryDirectoryServer(config);
        server.importFromLDIF(true, Path.of("../src/ldap/sample.ldif").toString());
        server.startListening();
    }

    @AfterEach
    void stop() {
        server.shutDown(true);
    }

    @Test
    void ldapsWithATrustedCertificateAnswers() {
        assertThat(at("ldaps", Map.of("sealpost.ldap.trust.file", trust.toString()))
                        .byLogin("alice"))
                .isPresent();
    }

    @Test
    void startTlsWithATrustedCertificateAnswers() {
        assertThat(at("ldap", Map.of("sealpost.ldap.starttls", "true", "sealpost.ldap.trust.file", trust.toString()))
                        .byLogin("alice"))
                .isPresent();
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        assertThatThrownBy(() -> at("ldaps", Map.of()).byLogin("alice")).isInstanceOf(DirectoryUnavailable.class);
        assertThatThrownBy(() ->
                        at("ldap", Map.of("sealpost.ldap.starttls", "true")).byLogin("alice"))
                .isInstanceOf(DirectoryUnavailable.class);
    }

    @Test
    void itBindsAsTheConfiguredReaderAndSaysWhenThatIsRefused() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "directory-reader-sample\n");
        Map<String, String> reader = Map.of(
                "sealpost.ldap.bind.dn",
                "uid=directory-reader,ou=services,dc=corp,dc=example",
                "sealpost.ldap.bind.password.file",
                password.toString());
        assertThat(at("ldap", reader).byLogin("alice")).isPresent();
        Files.writeString(password, "wrong");
        assertThatThrownBy(() -> at("ldap", reader).byLogin("alice"))
                .isInstanceOfSatisfying(DirectoryUnavailable.class, refused -> assertThat(refused.arguments())
                        .containsExactly("invalid credentials"));
    }

    private Directory at(String scheme, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("sealpost.ldap.url", scheme + "://127.0.0.1:" + server.getListenPort(scheme));
        ServerConfiguration configuration = ServerConfiguration.from(properties::get);
        return new Directory(
                new DirectorySearch(new DirectoryConnections(configuration)), configuration, Clock.systemUTC());
    }

    private static String pem(File keyStore, char[] pin) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(keyStore)) {
            store.load(in, pin);
        }
        Certificate certificate = store.getCertificate(store.aliases().nextElement());
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
