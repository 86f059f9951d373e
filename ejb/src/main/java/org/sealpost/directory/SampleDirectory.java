package org.sealpost.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFReader;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.sealpost.settings.ServerConfiguration;
import org.sealpost.settings.ServerConfiguration.DirectoryConfiguration;

/**
 * The sample organisation's directory: an LDAP server inside this one, on the loopback address and port of the
 * configured URL. Everything else asks it over LDAP, so that a real directory is only another URL. Does nothing
 * outside the sample.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SampleDirectory {
    private static final String PEOPLE = "/ldap/sample.ldif";

    @Inject
    ServerConfiguration configuration;

    private @Nullable InMemoryDirectoryServer server;

    /** Starts the directory with the people of {@code sample.ldif}. */
    @PostConstruct
    void start() {
        if (!configuration.sample()) {
            return;
        }
        try {
            server = serve(configuration.directory());
        } catch (LDAPException | IOException e) {
            throw new IllegalStateException("the sample directory does not start", e);
        }
    }

    /** Closes the port. */
    @PreDestroy
    void stop() {
        if (server != null) {
            server.shutDown(true);
        }
    }

    static InMemoryDirectoryServer serve(DirectoryConfiguration directory) throws LDAPException, IOException {
        int port = new LDAPURL(directory.url()).getPort();
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(directory.baseDn());
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("sample", InetAddress.getLoopbackAddress(), port, null));
        // the ids are written down in the file; the server must not make others
        config.setGenerateOperationalAttributes(false);
        config.setSchema(Schema.getDefaultStandardSchema());
        // names that hurt need not be legal everywhere
        config.setEnforceAttributeSyntaxCompliance(false);
        // what people and groups are looked up by, so that thousands can be added to try the product with
        config.setEqualityIndexAttributes("uid", "mail", "entryUUID", "member");
        InMemoryDirectoryServer made = new InMemoryDirectoryServer(config);
        try (InputStream people = SampleDirectory.class.getResourceAsStream(PEOPLE);
                LDIFReader reader = new LDIFReader(people)) {
            made.importFromLDIF(true, reader);
        }
        made.startListening();
        return made;
    }
}
