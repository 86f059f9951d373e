package org.sealpost.addressbook;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sealpost.directory.Directory;
import org.sealpost.lock.KeyRing;
import org.sealpost.lookup.EnabledPeople;
import org.sealpost.settings.AddressBookConfiguration;

/**
 * Opens the address book's port at the start of a server that has one, and closes it at the end. A port that is taken or a
 * key store that cannot be opened stops the start: whoever wants the book should not find out from a user.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AddressBookDoor {
    private static final Logger LOG = System.getLogger(AddressBookDoor.class.getName());

    /** Searches within a minute from one address without a login, and from all of them: guessing names takes long. */
    private static final int OF_A_STRANGER = 60;

    private static final int OF_STRANGERS = 600;

    /** Connections that may wait to be accepted. */
    private static final int BACKLOG = 50;

    @Inject
    AddressBookConfiguration configuration;

    @Inject
    EnabledPeople people;

    @Inject
    Directory directory;

    @Inject
    KeyRing ring;

    @Inject
    Clock clock;

    @Resource
    ManagedThreadFactory threads;

    private @Nullable LdapListener listener;

    /** Begins to listen, if there is a port. */
    @PostConstruct
    void open() {
        if (configuration.port() == 0) {
            return;
        }
        try {
            DN base = new DN(configuration.baseDn());
            Book book = new Book(
                    people, new BookEntries(base, () -> ring.publicKeys().authority()), base);
            Logins logins = new Logins(directory, clock);
            Tries questions = new Tries(OF_A_STRANGER, OF_STRANGERS, clock);
            boolean strangers = configuration.strangers();
            Function<String, Conversation> conversations =
                    caller -> new Conversation(book, logins, questions, caller, strangers);
            ServerTls tls = tls();
            listener = new LdapListener(door(), tls, conversations, threads, clock);
            listener.start();
            LOG.log(Level.INFO, "The address book is read at ldaps port {0}", String.valueOf(listener.port()));
        } catch (LDAPException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the address book does not open: " + e.getMessage(), e);
        }
    }

    private ServerSocket door() throws IOException {
        return new ServerSocket(configuration.port(), BACKLOG, InetAddress.getByName(configuration.bindAddress()));
    }

    private ServerTls tls() throws IOException, GeneralSecurityException {
        Path keyStore = configuration
                .keyStore()
                .orElseThrow(() -> new IllegalStateException("sealpost.ldap.view.port needs sealpost.tls.keystore"));
        char[] password = Optional.ofNullable(System.getenv("SEALPOST_TLS_KEYSTORE_PASSWORD"))
                .orElse("")
                .toCharArray();
        return ServerTls.of(keyStore, password);
    }

    /** Closes the port and every connection. */
    @PreDestroy
    void close() {
        try {
            if (listener != null) {
                listener.close();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The address book does not close: {0}", e.getMessage());
        }
    }
}
