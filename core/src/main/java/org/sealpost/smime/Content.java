package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.sealpost.mime.MessageSource;

/** Bytes on their way out, whose number is known before they are written. */
interface Content {

    /** Most that is read or encrypted in one go: larger brings nothing, smaller costs a fifth (measured). */
    int CHUNK = 64 * 1024;

    long length();

    /** Writes exactly {@link #length()} bytes. */
    void writeTo(OutputStream out) throws IOException;

    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }

    /** The bytes of a source from an offset to its end. */
    static Content of(MessageSource source, long offset) throws IOException {
        long length = source.length() - offset;
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                byte[] chunk = new byte[chunkFor(length)];
                try (InputStream in = source.open()) {
                    in.skipNBytes(offset);
                    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                        out.write(chunk, 0, read);
                    }
                }
            }
        };
    }

    static Content join(List<Content> pieces) {
        long length = pieces.stream().mapToLong(Content::length).sum();
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                for (Content piece : pieces) {
                    piece.writeTo(out);
                }
            }
        };
    }

    /** A size for buffers that suits contents of this length: no more memory than the content itself. */
    static int chunkFor(long length) {
        return (int) Math.max(Math.min(length, CHUNK), 1);
    }
}
