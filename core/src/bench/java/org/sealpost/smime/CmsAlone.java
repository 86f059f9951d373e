package org.sealpost.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/** Encrypts to CMS without MIME and base64 around it, which the product never does alone: to be held against ciphers. */
public final class CmsAlone {

    private final EntityEncryptor encryptor;
    private final Envelope envelope;

    public CmsAlone(Providers providers, SecureRandom random, Envelope envelope) {
        this.encryptor = new EntityEncryptor(providers, random);
        this.envelope = envelope;
    }

    /** Encrypts bytes into nothing. */
    public void encrypt(byte[] bytes) throws IOException {
        ContentCipher cipher = encryptor.freshCipher(envelope);
        try (SecretBytes key = encryptor.freshKey(cipher)) {
            encryptor.cms(Content.of(bytes), envelope, key, cipher).writeTo(OutputStream.nullOutputStream());
        }
    }
}
