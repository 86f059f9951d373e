package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;

/** Decrypts a stream in chunks; a content that is not intact ends in {@link CannotDecrypt}, never in a shorter one. */
final class DecryptingInput extends InputStream {

    private final InputStream in;
    private final ContentDecryptor decryptor;
    private final byte[] encrypted = new byte[Content.CHUNK];
    private final byte[] decrypted = new byte[Content.CHUNK + ContentDecryptor.SLACK];
    private int position;
    private int limit;
    private boolean ended;

    DecryptingInput(InputStream in, ContentDecryptor decryptor) {
        this.in = in;
        this.decryptor = decryptor;
    }

    @Override
    public int read() throws IOException {
        return fill() ? decrypted[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, limit - position);
        System.arraycopy(decrypted, position, bytes, offset, taken);
        position += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        try {
            while (position == limit && !ended) {
                position = 0;
                int read = in.readNBytes(encrypted, 0, encrypted.length);
                limit = decryptor.update(encrypted, read, decrypted);
                if (read < encrypted.length) {
                    ended = true;
                    limit = finish(limit);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new CannotDecrypt();
        }
        return position < limit;
    }

    private int finish(int before) throws GeneralSecurityException {
        byte[] rest = new byte[ContentDecryptor.SLACK];
        int length = decryptor.finish(rest);
        System.arraycopy(rest, 0, decrypted, before, length);
        return before + length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
