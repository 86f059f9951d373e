package org.sealpost.addressbook;

import com.unboundid.ldap.listener.SelfSignedCertificateGenerator;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;
import org.sealpost.directory.Directory;
import org.sealpost.lock.KeyRing;
import org.sealpost.lookup.EnabledPeople;
import org.sealpost.lookup.Organisation;

/** The address book of the sample organisation at a port of its own, by TLS, and programs that connect to it. */
final class RunningBook implements AutoCloseable {
    static final String BASE = "dc=corp,dc=example";

    private static final int PATIENCE_MILLIS = 20_000;

    final Organisation organisation = new Organisation();
    private final LdapListener listener;

    RunningBook(boolean strangers) throws Exception {
        var made = SelfSignedCertificateGenerator.generateTemporarySelfSignedCertificate("test", "PKCS12");
        DN base = new DN(BASE);
        Book book = new Book(organisation.get(EnabledPeople.class), new BookEntries(base, this::authority), base);
        Logins logins = new Logins(organisation.get(Directory.class), organisation.clock);
        Tries questions = new Tries(20, 100, organisation.clock);
        listener = new LdapListener(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                ServerTls.of(made.getFirst().toPath(), made.getSecond()),
                caller -> new Conversation(book, logins, questions, caller, strangers),
                Executors.defaultThreadFactory(),
                organisation.clock);
        listener.start();
    }

    private X509Certificate authority() {
        return organisation.get(KeyRing.class).publicKeys().authority();
    }

    /** A program that has not logged in. */
    LDAPConnection connect() throws LDAPException, GeneralSecurityException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setResponseTimeoutMillis(PATIENCE_MILLIS);
        options.setUseSynchronousMode(true);
        return new LDAPConnection(
                new SSLUtil(new TrustAllTrustManager()).createSSLSocketFactory(),
                options,
                InetAddress.getLoopbackAddress().getHostAddress(),
                listener.port());
    }

    /** A program of somebody of the sample organisation. */
    LDAPConnection connect(String login) throws LDAPException, GeneralSecurityException {
        LDAPConnection program = connect();
        program.bind(login, login + "-sample");
        return program;
    }

    /** A connection on which nothing is said. */
    Socket silent() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** A connection without a program. */
    SSLSocket socket() throws Exception {
        SSLSocket socket = (SSLSocket) new SSLUtil(new TrustAllTrustManager())
                .createSSLSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    @Override
    public void close() throws Exception {
        listener.close();
        organisation.close();
    }
}
