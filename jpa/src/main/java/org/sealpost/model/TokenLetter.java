package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** The organisation's text of the letter that brings a token to its owner; there is one. */
@Entity
@Table(name = "token_letter")
public class TokenLetter {
    /** Longest text, in characters. */
    public static final int MAX_TEXT = 8_000;

    static final int ONLY = 1;

    @Id
    private int id;

    @Column(nullable = false)
    private String text;

    @Column(name = "changed_by", nullable = false)
    private String changedBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected TokenLetter() {}

    public TokenLetter(String text, String by, Instant at) {
        this.id = ONLY;
        this.text = text;
        this.changedBy = by;
        this.changedAt = at;
    }

    /** Takes another text. */
    public void change(String other, String by, Instant at) {
        text = other;
        changedBy = by;
        changedAt = at;
    }

    public String text() {
        return text;
    }

    /** Login name of who chose it. */
    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenLetter that && id == that.id;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
