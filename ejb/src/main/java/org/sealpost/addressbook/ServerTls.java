package org.sealpost.addressbook;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/** TLS with the server's own key and certificate, in the versions that its pages speak. */
final class ServerTls {
    private static final int BACKLOG = 50;

    private ServerTls() {}

    /**
     * A port that speaks TLS only.
     *
     * @param keyStore PKCS #12
     * @param password of the key store; not kept
     * @throws IOException when the port is taken or the file cannot be read
     * @throws GeneralSecurityException when it cannot be opened
     */
    static SSLServerSocket listen(Path keyStore, char[] password, InetAddress address, int port)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        SSLServerSocket door =
                (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(port, BACKLOG, address);
        SSLParameters parameters = door.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setUseCipherSuitesOrder(true);
        door.setSSLParameters(parameters);
        return door;
    }
}
