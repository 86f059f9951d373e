package org.sealpost.server;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** An organisation's directory as production asks it: over TLS alone. Its people are the sample's. */
final class TlsDirectory implements AutoCloseable {
    static final String BASE = "dc=corp,dc=example";

    private final InMemoryDirectoryServer server;

    /** @param keystore PKCS #12 file with the key and certificate of localhost */
    TlsDirectory(Path keystore, String password) throws LDAPException, GeneralSecurityException {
        SSLUtil tls =
                new SSLUtil(new KeyStoreKeyManager(keystore.toFile(), password.toCharArray(), "PKCS12", null), null);
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPSConfig(
                "tls", InetAddress.getLoopbackAddress(), 0, tls.createSSLServerSocketFactory(), null));
        config.setGenerateOperationalAttributes(false);
        config.setSchema(null);
        server = new InMemoryDirectoryServer(config);
        server.importFromLDIF(
                true, Command.repository().resolve("src/ldap/sample.ldif").toString());
        server.startListening();
    }

    String url() {
        return "ldaps://localhost:" + server.getListenPort();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
