package org.sealpost.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Seals a stream of any length in constant memory: chunks of 64 KiB under AES-256-GCM, each with its number and whether
 * it is the last one in its nonce, so that chunks can neither be exchanged nor cut off. The key must be fresh: it
 * seals one stream.
 */
public final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final ChunkCipher cipher;
    private final byte[] chunk = new byte[ChunkCipher.CHUNK];
    private int filled;
    private boolean finished;

    /**
     * @param out not closed by {@link #finish()}, but by {@link #close()}
     * @param key 256 fresh bits; copied, so that the caller may close it
     * @param aad what the stream is bound to, e.g. the digest of its header
     */
    public SealedOutput(OutputStream out, Providers providers, SecretBytes key, byte[] aad) {
        this.out = out;
        this.cipher = new ChunkCipher(providers, key, aad);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == chunk.length) {
                put(false);
            }
            int taken = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, from, chunk, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    /** Writes the last chunk; without it the stream counts as cut off. */
    public void finish() throws IOException {
        if (!finished) {
            finished = true;
            put(true);
            out.flush();
        }
    }

    private void put(boolean last) throws IOException {
        out.write(cipher.seal(chunk, filled, last));
        filled = 0;
    }

    /** Closes the stream below. A stream that was not finished stays unreadable, which is right after a failure. */
    @Override
    public void close() throws IOException {
        cipher.close();
        Arrays.fill(chunk, (byte) 0);
        out.close();
    }
}
