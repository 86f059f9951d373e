package org.sealpost.client.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.sealpost.crypto.BadEncoding;

/** Which servers are trusted: those that the given certificates vouch for and no others. */
final class Tls {
    private Tls() {}

    /** @param pem one certificate or several; without it the platform's authorities decide */
    static SSLContext trusting(Optional<byte[]> pem) {
        try {
            if (pem.isEmpty()) {
                return SSLContext.getDefault();
            }
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            int number = 0;
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem.get()))) {
                trusted.setCertificateEntry("trusted" + number++, one);
            }
            if (number == 0) {
                throw new BadEncoding("PEM file");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException | IOException e) {
            throw new BadEncoding("PEM file", e);
        }
    }
}
