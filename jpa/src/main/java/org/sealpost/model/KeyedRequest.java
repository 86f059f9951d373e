package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that a program may send again, because it gave it a key. It is begun before anything is done, and either gets
 * its answer, or is removed when the request was refused and had no effect, or is lost when nobody knows.
 */
@Entity
@Table(name = "keyed_request")
@WrittenByAnyServer("programs ask every server, and what it keeps opens with their own keys alone")
@NamedQuery(
        name = KeyedRequest.OLD,
        query = "select r from KeyedRequest r where r.begunAt < :before order by r.begunAt, r.name")
public class KeyedRequest {
    static final String OLD = "KeyedRequest.old";

    @Id
    private String name;

    @Column(nullable = false)
    private byte[] mark;

    @Column(name = "begun_at", nullable = false)
    private Instant begunAt;

    private byte @Nullable [] answer;

    @Column(nullable = false)
    private boolean lost;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected KeyedRequest() {}

    /**
     * Begins.
     *
     * @param name follows from login and key
     * @param mark follows from the key and the whole request
     */
    public KeyedRequest(String name, byte[] mark, Instant at) {
        this.name = name;
        this.mark = mark.clone();
        this.begunAt = at;
    }

    /** Whether that is what was asked the first time. */
    public boolean asksFor(byte[] candidate) {
        return MessageDigest.isEqual(mark, candidate);
    }

    /** Keeps the answer, sealed. */
    public void answer(byte[] sealed) {
        this.answer = sealed.clone();
        this.lost = false;
    }

    /** Nobody knows whether it had its effect. */
    public void lose() {
        this.lost = true;
    }

    /** The sealed answer; empty as long as there is none. */
    public Optional<byte[]> answer() {
        return Optional.ofNullable(answer).map(byte[]::clone);
    }

    public boolean lost() {
        return lost;
    }

    public Instant begunAt() {
        return begunAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyedRequest that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
