package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Octets of messages, written and read chunk by chunk in constant memory. */
@Dependent
public class ContentRepository {
    private final EntityManager database;

    @Inject
    public ContentRepository(EntityManager database) {
        this.database = database;
    }

    /** Something that can write a whole message. */
    @FunctionalInterface
    public interface Octets {
        /** @throws IOException when what is to be written cannot be read */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Keeps everything that is written; one chunk is in memory at a time.
     *
     * @throws IOException when the octets cannot be had; the caller's transaction has to roll back
     */
    public MailContent add(Octets octets) throws IOException {
        MailContent content = new MailContent();
        database.persist(content);
        try (Chunks chunks = new Chunks(content)) {
            octets.writeTo(chunks);
        }
        return content;
    }

    /** The piece at that position, counted from 0; empty after the last one. */
    public Optional<byte[]> chunk(long contentId, int position) {
        ContentChunk.Key key = new ContentChunk.Key(contentId, position);
        Optional<ContentChunk> chunk = Optional.ofNullable(database.find(ContentChunk.class, key));
        chunk.ifPresent(database::detach);
        return chunk.map(ContentChunk::bytes);
    }

    /** Gathers octets to chunks and stores each one as soon as it is full. */
    private final class Chunks extends OutputStream {
        private final MailContent content;
        private final byte[] gathered = new byte[ContentChunk.SIZE];
        private int filled;
        private int position;

        Chunks(MailContent content) {
            this.content = content;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            int at = offset;
            while (at < offset + length) {
                int taken = Math.min(offset + length - at, gathered.length - filled);
                System.arraycopy(octets, at, gathered, filled, taken);
                filled += taken;
                at += taken;
                if (filled == gathered.length) {
                    store();
                }
            }
        }

        @Override
        public void close() {
            if (filled > 0) {
                store();
            }
        }

        private void store() {
            ContentChunk.Key key = new ContentChunk.Key(content.id(), position);
            ContentChunk chunk = new ContentChunk(key, Arrays.copyOf(gathered, filled));
            database.persist(chunk);
            content.grow(filled);
            database.flush();
            database.detach(chunk);
            position++;
            filled = 0;
        }
    }
}
