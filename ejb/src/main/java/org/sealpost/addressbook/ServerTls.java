package org.sealpost.addressbook;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS with the server's own key and certificate, in the versions that its pages speak. It lies over sockets and does not
 * make them: closing TLS waits for the other side, closing the socket below does not.
 */
final class ServerTls {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final SSLSocketFactory sockets;

    private ServerTls(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /**
     * With the key of a key store.
     *
     * @param keyStore PKCS #12
     * @param password of the key store; not kept
     * @throws IOException when the file cannot be read
     * @throws GeneralSecurityException when it cannot be opened
     */
    static ServerTls of(Path keyStore, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return new ServerTls(tls.getSocketFactory());
    }

    /** The server's side of a connection that was accepted; nothing is read or written yet. */
    SSLSocket over(Socket accepted) throws IOException {
        SSLSocket socket = (SSLSocket) sockets.createSocket(accepted, null, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        parameters.setUseCipherSuitesOrder(true);
        socket.setSSLParameters(parameters);
        return socket;
    }
}
