package org.sealpost.client.home;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SealedInput;
import org.sealpost.crypto.SealedOutput;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.mime.MessageSource;

/**
 * A stream that can be read only once, kept so that it can be read again, as signing needs it. Up to a few megabytes
 * stay in memory; more goes to a temporary file, encrypted under a key that is in memory only.
 */
public final class SpooledInput implements MessageSource, AutoCloseable {
    static final int IN_MEMORY = 4 * 1024 * 1024;

    private static final int KEY_LENGTH = 32;
    private static final byte[] NOTHING = {};

    private final Providers providers;
    private final SecretBytes key;
    private byte[] start;
    private @Nullable Path file;
    private long length;

    private SpooledInput(Providers providers, SecureRandom random) {
        this.providers = providers;
        this.key = SecretBytes.random(KEY_LENGTH, random);
        this.start = NOTHING;
    }

    /** Reads the stream to its end. */
    public static SpooledInput of(InputStream in, Providers providers, SecureRandom random) throws IOException {
        SpooledInput spooled = new SpooledInput(providers, random);
        boolean complete = false;
        try {
            spooled.read(in);
            complete = true;
            return spooled;
        } finally {
            if (!complete) {
                spooled.close();
            }
        }
    }

    private void read(InputStream in) throws IOException {
        start = in.readNBytes(IN_MEMORY);
        length = start.length;
        if (start.length < IN_MEMORY) {
            return;
        }
        file = PrivateFile.temporary();
        try (OutputStream out = Files.newOutputStream(file);
                SealedOutput sealed = new SealedOutput(out, providers, key, NOTHING)) {
            length += in.transferTo(sealed);
            sealed.finish();
        }
    }

    @Override
    public InputStream open() throws IOException {
        InputStream begin = new ByteArrayInputStream(start);
        return file == null
                ? begin
                : new Rest(begin, new SealedInput(Files.newInputStream(file), providers, key, NOTHING));
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        key.close();
        Arrays.fill(start, (byte) 0);
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /** The beginning and what follows it; unlike a sequence of streams it closes both. */
    private static final class Rest extends InputStream {
        private final InputStream begin;
        private final InputStream rest;

        Rest(InputStream begin, InputStream rest) {
            this.begin = begin;
            this.rest = rest;
        }

        @Override
        public int read() throws IOException {
            int next = begin.read();
            return next >= 0 ? next : rest.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            int taken = begin.read(bytes, offset, count);
            return taken >= 0 ? taken : rest.read(bytes, offset, count);
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }
    }
}
