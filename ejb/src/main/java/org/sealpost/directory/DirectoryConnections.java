package org.sealpost.directory;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.time.Duration;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.settings.ServerConfiguration;
import org.sealpost.settings.ServerConfiguration.DirectoryConfiguration;

/**
 * The pool of connections to the configured directory server, made when it is first needed: a directory that is down
 * at start is asked again later. Connecting and every answer are limited in time and size.
 */
@ApplicationScoped
class DirectoryConnections {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int MAX_CONNECTIONS = 8;
    private static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    /** How a directory says that the password is wrong or that the person may not log in. */
    private static final Set<ResultCode> REFUSALS = Set.of(
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.INAPPROPRIATE_AUTHENTICATION);

    /** How long one answer may take altogether. */
    static final Duration ANSWER = Duration.ofSeconds(5);

    private final DirectoryConfiguration configuration;
    private @Nullable LDAPConnectionPool pool;

    @Inject
    DirectoryConnections(ServerConfiguration server) {
        this.configuration = server.directory();
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    DirectoryConnections() {
        this.configuration = null;
    }

    /** A connection of the pool; the caller gives it back. */
    LDAPConnection take() throws LDAPException {
        return pool().getConnection();
    }

    /** @param sound whether it can be used again */
    void giveBack(LDAPConnection connection, boolean sound) {
        LDAPConnectionPool owner = pool;
        if (owner == null) {
            connection.close();
        } else if (sound) {
            owner.releaseConnection(connection);
        } else {
            owner.releaseDefunctConnection(connection);
        }
    }

    /** Whether a bind as that entry succeeds; the connection is bound as the reader again afterwards. */
    boolean accepts(String dn, Passphrase password) throws LDAPException {
        try (SecretBytes encoded = password.utf8()) {
            pool().bindAndRevertAuthentication(new SimpleBindRequest(dn, encoded.expose()));
            return true;
        } catch (LDAPException e) {
            if (REFUSALS.contains(e.getResultCode())) {
                return false;
            }
            throw e;
        }
    }

    @PreDestroy
    synchronized void close() {
        if (pool != null) {
            pool.close();
        }
    }

    private synchronized LDAPConnectionPool pool() throws LDAPException {
        if (pool == null) {
            pool = connect();
        }
        return pool;
    }

    private LDAPConnectionPool connect() throws LDAPException {
        LDAPURL url = new LDAPURL(configuration.url());
        boolean tls = url.getScheme().equals("ldaps");
        try {
            SSLUtil trust = new SSLUtil(trustManager());
            SocketFactory sockets = tls ? trust.createSSLSocketFactory() : SocketFactory.getDefault();
            SingleServerSet server = new SingleServerSet(url.getHost(), url.getPort(), sockets, options());
            StartTLSPostConnectProcessor startTls =
                    configuration.startTls() ? new StartTLSPostConnectProcessor(trust.createSSLSocketFactory()) : null;
            LDAPConnectionPool made = new LDAPConnectionPool(server, bind(), 0, MAX_CONNECTIONS, startTls);
            made.setRetryFailedOperationsDueToInvalidConnections(true);
            made.setMaxWaitTimeMillis(ANSWER.toMillis());
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS for the directory", e);
        }
    }

    private X509TrustManager trustManager() throws KeyStoreException {
        return configuration.trustedCertificates().isPresent()
                ? new PEMFileTrustManager(
                        configuration.trustedCertificates().get().toFile())
                : JVMDefaultTrustManager.getInstance();
    }

    private static LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECT_MILLIS);
        options.setResponseTimeoutMillis(ANSWER.toMillis());
        options.setAbandonOnTimeout(true);
        options.setMaxMessageSize(MAX_MESSAGE_BYTES);
        options.setUseSynchronousMode(true);
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
        return options;
    }

    private @Nullable BindRequest bind() {
        if (configuration.bindDn().isEmpty()) {
            return null;
        }
        try {
            String password = configuration.bindPasswordFile().isPresent()
                    ? Files.readString(configuration.bindPasswordFile().get()).strip()
                    : "";
            return new SimpleBindRequest(configuration.bindDn().get(), password);
        } catch (IOException e) {
            throw new DirectoryUnavailable("bind-password-file", e);
        }
    }
}
