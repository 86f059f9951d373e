package org.sealpost.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Opens what {@link SealedOutput} sealed; gives out nothing that was not authenticated. */
public final class SealedInput extends InputStream {
    private final InputStream in;
    private final ChunkCipher cipher;
    private byte[] ahead;
    private byte[] chunk = new byte[0];
    private int at;
    private boolean last;

    /**
     * @param key copied, so that the caller may close it
     * @param aad what the stream is bound to
     */
    public SealedInput(InputStream in, Providers providers, SecretBytes key, byte[] aad) throws IOException {
        this.in = in;
        this.cipher = new ChunkCipher(providers, key, aad);
        this.ahead = in.readNBytes(ChunkCipher.SEALED_CHUNK);
    }

    /** @throws UnwrapFailed when the stream was altered, cut off or sealed under another key */
    @Override
    public int read() throws IOException {
        return more() ? chunk[at++] & 0xff : -1;
    }

    /** @throws UnwrapFailed as {@link #read()} */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int taken = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, bytes, offset, taken);
        at += taken;
        return taken;
    }

    /** A chunk is the last one exactly when nothing follows it. */
    private boolean more() throws IOException {
        while (at == chunk.length && !last) {
            byte[] sealed = ahead;
            ahead = in.readNBytes(ChunkCipher.SEALED_CHUNK);
            last = ahead.length == 0;
            Arrays.fill(chunk, (byte) 0);
            chunk = cipher.open(sealed, last);
            at = 0;
        }
        return at < chunk.length;
    }

    @Override
    public void close() throws IOException {
        cipher.close();
        Arrays.fill(chunk, (byte) 0);
        in.close();
    }
}
