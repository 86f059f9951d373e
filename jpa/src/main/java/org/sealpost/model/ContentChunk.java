package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One piece of a {@link MailContent}. */
@Entity
@Table(name = "mail_content_chunk")
@WrittenByAnyServer("mail goes on on every server")
class ContentChunk {
    /** H2 holds at most 1 MiB in a BYTEA; half of it keeps memory low at no measurable cost. */
    static final int SIZE = 512 * 1024;

    @EmbeddedId
    private Key key;

    @Column(nullable = false, length = SIZE)
    private byte[] bytes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected ContentChunk() {}

    ContentChunk(Key key, byte[] bytes) {
        this.key = key;
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whose piece it is and which, counted from 0. */
    @Embeddable
    record Key(
            @Column(name = "content_id") long contentId,
            @Column(name = "position") int position) implements Serializable {}
}
