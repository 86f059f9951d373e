package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A signed answer about one certificate (RFC 6960), kept so that it is served again, also while nobody could sign. It is
 * signed anew before it ends for as long as somebody may still ask, and goes when nobody has asked for long.
 */
@Entity
@Table(name = "kept_answer")
@NamedQuery(
        name = KeptAnswer.REPLACE,
        query = "update KeptAnswer a set a.revoked = :revoked, a.thisUpdate = :thisUpdate, a.nextUpdate = :nextUpdate,"
                + " a.askedAt = :askedAt, a.encoded = :encoded where a.id = :id")
@NamedQuery(
        name = KeptAnswer.AGED,
        query = "select a from KeptAnswer a where a.thisUpdate < :before order by a.thisUpdate, a.id")
@NamedQuery(name = KeptAnswer.FORGET, query = "delete from KeptAnswer a where a.askedAt < :before")
public class KeptAnswer {
    static final String REPLACE = "KeptAnswer.replace";
    static final String AGED = "KeptAnswer.aged";
    static final String FORGET = "KeptAnswer.forget";

    @Id
    private String id;

    @Column(nullable = false)
    private String serial;

    @Column(nullable = false)
    private byte[] question;

    @Column(nullable = false)
    private boolean revoked;

    @Column(name = "this_update", nullable = false)
    private Instant thisUpdate;

    @Column(name = "next_update", nullable = false)
    private Instant nextUpdate;

    @Column(name = "asked_at", nullable = false)
    private Instant askedAt;

    @Column(nullable = false)
    private byte[] encoded;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected KeptAnswer() {}

    /**
     * @param question by which name clients ask
     * @param said what the answer says
     * @param askedAt when somebody asked who did not get a kept answer
     */
    public KeptAnswer(Question question, Said said, Instant askedAt) {
        this.id = question.id();
        this.serial = question.serial().value();
        this.question = question.encoded().clone();
        this.revoked = said.revoked();
        this.thisUpdate = said.thisUpdate();
        this.nextUpdate = said.nextUpdate();
        this.askedAt = askedAt;
        this.encoded = said.encoded().clone();
    }

    /**
     * What was asked.
     *
     * @param id 64 hexadecimal digits, the same for the same question
     * @param serial about which certificate
     * @param encoded the name by which it was asked for, DER
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Question(String id, Serial serial, byte[] encoded) {}

    /**
     * What was answered.
     *
     * @param revoked whether it says so
     * @param thisUpdate when it was signed
     * @param nextUpdate until when it may be relied on
     * @param encoded the whole answer, DER
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Said(boolean revoked, Instant thisUpdate, Instant nextUpdate, byte[] encoded) {}

    public Question question() {
        return new Question(id, new Serial(serial), question.clone());
    }

    public Said said() {
        return new Said(revoked, thisUpdate, nextUpdate, encoded.clone());
    }

    /** When somebody asked last who did not get a kept answer. */
    public Instant askedAt() {
        return askedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptAnswer that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
