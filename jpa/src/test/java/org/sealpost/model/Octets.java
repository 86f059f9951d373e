package org.sealpost.model;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Octets in and out of the database. */
final class Octets {
    private Octets() {}

    static MailContent content(EntityManager em, byte[] octets) {
        try {
            return new ContentRepository(em).add(out -> out.write(octets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(TestDatabase.Opened database, long contentId) {
        return database.call(em -> read(em, contentId));
    }

    private static byte[] read(EntityManager em, long contentId) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        ContentRepository contents = new ContentRepository(em);
        Optional<byte[]> chunk = contents.chunk(contentId, 0);
        for (int i = 1; chunk.isPresent(); i++) {
            octets.writeBytes(chunk.get());
            chunk = contents.chunk(contentId, i);
        }
        return octets.toByteArray();
    }
}
