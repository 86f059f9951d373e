package org.sealpost.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import org.sealpost.crypto.Providers;
import org.sealpost.mime.MessageSource;

/**
 * Seals messages: signs, encrypts, or signs and then encrypts. A whole message goes in and a whole message comes out:
 * its header fields stay outside in their order, its {@code Content-*} fields and body go inside byte for byte.
 * The result is in transport form, with CRLF line ends around the content; memory use does not depend on its size.
 *
 * <p>Safe for use by several threads at once.
 */
public final class MessageSealer {

    private final Providers providers;
    private final SecureRandom random;
    private final Clock clock;

    /** @param clock gives the time of signing */
    public MessageSealer(Providers providers, SecureRandom random, Clock clock) {
        this.providers = providers;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Signs a message.
     *
     * @throws IOException when reading the message or writing the result fails
     */
    public void sign(MessageSource message, SigningKey key, SignatureForm form, OutputStream out) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Encrypts a message, which may have been signed before.
     *
     * @throws SignatureNeeded when the format is a historical one and the message is not signed
     * @throws IOException when reading the message or writing the result fails
     */
    public void encrypt(MessageSource message, Envelope envelope, OutputStream out) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Signs a message and encrypts the result.
     *
     * @throws IOException when reading the message or writing the result fails
     */
    public void signAndEncrypt(
            MessageSource message, SigningKey key, SignatureForm form, Envelope envelope, OutputStream out)
            throws IOException {
        throw new UnsupportedOperationException();
    }
}
