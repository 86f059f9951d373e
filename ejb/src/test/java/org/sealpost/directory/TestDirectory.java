package org.sealpost.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sealpost.assembly.TestClock;
import org.sealpost.settings.ServerConfiguration;

/** A real LDAP server on a free port of the loopback address, and the product's directory that asks it. */
public final class TestDirectory implements AutoCloseable {
    private final InMemoryDirectoryServer server;
    private final DirectoryConnections connections;
    private final Directory directory;
    final TestClock clock = new TestClock(Instant.parse("2026-11-24T08:00:00Z"));

    private TestDirectory(InMemoryDirectoryServer server, Map<String, String> properties) {
        this.server = server;
        Map<String, String> all = new HashMap<>(properties);
        all.put("sealpost.ldap.url", "ldap://127.0.0.1:" + server.getListenPort());
        ServerConfiguration configuration = ServerConfiguration.from(all::get);
        this.connections = new DirectoryConnections(configuration);
        this.directory = new Directory(new DirectorySearch(connections), configuration, clock);
    }

    /** Serves the sample organisation. */
    public static TestDirectory sample() throws LDAPException, LDIFException {
        return of(
                Map.of(),
                server -> server.importFromLDIF(
                        true, Path.of("../src/ldap/sample.ldif").toString()));
    }

    /** Serves whatever is put in, with habits of other servers. */
    static TestDirectory of(Map<String, String> properties, Filling filling, InMemoryOperationInterceptor... habits)
            throws LDAPException, LDIFException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=corp,dc=example");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("test", InetAddress.getLoopbackAddress(), 0, null));
        for (InMemoryOperationInterceptor habit : habits) {
            config.addInMemoryOperationInterceptor(habit);
        }
        config.setSchema(null);
        config.setGenerateOperationalAttributes(false);
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        filling.fill(server);
        server.startListening();
        return new TestDirectory(server, properties);
    }

    /** What puts entries in. */
    @FunctionalInterface
    interface Filling {
        void fill(InMemoryDirectoryServer server) throws LDAPException, LDIFException;
    }

    /** The base entry and then the entries given as LDIF lines. */
    static Filling entries(List<String[]> entries) {
        return server -> {
            server.add("dc=corp,dc=example", new Attribute("objectClass", "domain"), new Attribute("dc", "corp"));
            for (String[] entry : entries) {
                server.add(new Entry(entry));
            }
        };
    }

    public Directory directory() {
        return directory;
    }

    InMemoryDirectoryServer server() {
        return server;
    }

    @Override
    public void close() {
        connections.close();
        server.shutDown(true);
    }
}
