package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.mime.MessageSource;

/**
 * Decrypts an envelope. Nothing of the content is released before its tag or padding was checked over the whole of it;
 * a large content is decrypted once for the check and again for each reading, so that it is never kept anywhere.
 */
final class EntityDecryptor {

    private final Providers providers;
    private final LockBoxOpener boxes;

    EntityDecryptor(Providers providers) {
        this.providers = providers;
        this.boxes = new LockBoxOpener(providers);
    }

    /**
     * A decrypted content.
     *
     * @param format as the content key's length tells it
     * @param key kept for reading a large content again; whoever closes it ends that
     */
    record Decrypted(MessageSource content, EncryptionFormat format, Optional<SecretBytes> key) {}

    Decrypted decrypt(EncryptedPart part, List<DecryptionKey> keys, Set<EncryptionFormat> reads) throws IOException {
        ContentCipher cipher = GuardedDoor.parse("algorithm", () -> ContentCiphers.read(part.algorithm()));
        cipher.requireReadable(reads);
        if (part.tag().length != cipher.tagLength()) {
            throw new CannotDecrypt();
        }
        SecretBytes key = boxes.open(part.boxes(), keys, cipher);
        EncryptionFormat format = cipher.formatWithKey(key.length());
        if (part.gathered().isPresent()) {
            try (key) {
                byte[] plain = decryptAtOnce(part, part.gathered().get(), cipher, key);
                return new Decrypted(MessageSource.of(plain), format, Optional.empty());
            }
        }
        MessageSource content = new Reread(part, cipher, key, providers, checkedLength(part, cipher, key));
        return new Decrypted(content, format, Optional.of(key));
    }

    private byte[] decryptAtOnce(EncryptedPart part, byte[] encrypted, ContentCipher cipher, SecretBytes key) {
        return GuardedDoor.attempt(() -> {
                    Cipher decrypting = cipher.start(Cipher.DECRYPT_MODE, key, providers);
                    if (part.additional().length > 0) {
                        decrypting.updateAAD(part.additional());
                    }
                    return decrypting.doFinal(cipher.authenticated() ? Der.join(encrypted, part.tag()) : encrypted);
                })
                .orElseThrow(CannotDecrypt::new);
    }

    /** Decrypts everything into nothing, which checks it, and counts. */
    private long checkedLength(EncryptedPart part, ContentCipher cipher, SecretBytes key) throws IOException {
        try (InputStream in = new Reread(part, cipher, key, providers, 0).open()) {
            byte[] chunk = new byte[Content.CHUNK];
            long length = 0;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                length += read;
            }
            return length;
        }
    }

    private record Reread(EncryptedPart part, ContentCipher cipher, SecretBytes key, Providers providers, long length)
            implements MessageSource {
        @Override
        public InputStream open() throws IOException {
            try {
                return new DecryptingInput(part.open(), ContentDecryptor.of(cipher, part, key, providers));
            } catch (GeneralSecurityException e) {
                throw new CannotDecrypt();
            }
        }
    }
}
