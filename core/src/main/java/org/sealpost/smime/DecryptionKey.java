package org.sealpost.smime;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.OwnedKey;

/** The private half of an encryption pair, ready to open messages. Close it as soon as the messages are opened. */
public final class DecryptionKey implements AutoCloseable {

    private final PrivateKey privateKey;
    private final X509Certificate certificate;
    private final CertificateName name;
    private final SecretBytes rejection;

    /**
     * Makes a copy of the private key of its own, which {@link #close()} destroys as far as the provider can.
     *
     * @throws org.sealpost.crypto.BadEncoding when the key is broken or of an unknown kind
     */
    public DecryptionKey(OwnedKey key, Providers providers) {
        this.privateKey = providers.adopt(key.privateKey());
        this.certificate = key.certificate();
        this.name = CertificateName.of(certificate);
        this.rejection = rejectionSecret(key.privateKey(), providers);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    CertificateName name() {
        return name;
    }

    /**
     * The content key to go on with when the true one cannot be had, so that a wrong key block and wrong content look
     * the same (RFC 3218 section 2.3.2). It depends on the key block alone: who sends the same block twice sees the
     * same result twice, as with a true key.
     */
    byte[] rejectionKey(byte[] keyBlock, int length, Providers providers) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256", providers.mac());
            mac.init(new SecretKeySpec(rejection.expose(), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(keyBlock), length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }

    private static SecretBytes rejectionSecret(PrivateKey key, Providers providers) {
        try (SecretBytes encoded = SecretBytes.taking(key.getEncoded())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256", providers.digest());
            digest.update("sealpost implicit rejection".getBytes(StandardCharsets.US_ASCII));
            return SecretBytes.taking(digest.digest(encoded.expose()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    @Override
    public void close() {
        rejection.close();
        Keys.destroy(privateKey);
    }

    @Override
    public String toString() {
        return "DecryptionKey[" + name + "]";
    }
}
