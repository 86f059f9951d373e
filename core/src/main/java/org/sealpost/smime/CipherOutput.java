package org.sealpost.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * Encrypts what is written to it, in chunks, and counts: the number of bytes was promised in the headers already.
 * Unlike the platform's own stream it allocates nothing on the way and gives the authentication tag apart.
 */
final class CipherOutput extends OutputStream {

    private static final int MAXIMUM_BLOCK_AND_TAG = 32;

    private final OutputStream out;
    private final Cipher cipher;
    private final long promised;
    private final byte[] gathered;
    private final byte[] encrypted;
    private int filled;
    private long taken;

    CipherOutput(OutputStream out, Cipher cipher, long promised) {
        this.out = out;
        this.cipher = cipher;
        this.promised = promised;
        this.gathered = new byte[Content.chunkFor(promised)];
        this.encrypted = new byte[gathered.length + MAXIMUM_BLOCK_AND_TAG];
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** Small pieces are gathered; pieces that fill more than the half of a chunk are encrypted where they lie. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        taken += length;
        boolean gather = length <= gathered.length / 2;
        if (!gather || length > gathered.length - filled) {
            encrypt(gathered, 0, filled);
            filled = 0;
        }
        if (gather) {
            System.arraycopy(bytes, offset, gathered, filled, length);
            filled += length;
            return;
        }
        int end = offset + length;
        for (int at = offset; at < end; at += gathered.length) {
            encrypt(bytes, at, Math.min(end - at, gathered.length));
        }
    }

    private void encrypt(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(encrypted, 0, cipher.update(bytes, offset, length, encrypted, 0));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encrypting", e);
        }
    }

    /**
     * Writes the rest of the ciphertext and gives the tag.
     *
     * @param tagLength 0 for ciphers without one
     * @throws IOException when the content was not as long as promised
     */
    byte[] finish(int tagLength) throws IOException {
        if (taken != promised) {
            throw new IOException(
                    "the message changed while it was sealed: " + taken + " bytes instead of " + promised);
        }
        try {
            int last = cipher.doFinal(gathered, 0, filled, encrypted, 0);
            out.write(encrypted, 0, last - tagLength);
            byte[] tag = new byte[tagLength];
            System.arraycopy(encrypted, last - tagLength, tag, 0, tagLength);
            return tag;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encrypting", e);
        }
    }
}
