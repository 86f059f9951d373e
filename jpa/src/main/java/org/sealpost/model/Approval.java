package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * One person's yes.
 *
 * @param approver value of the person's directory id; the same person counts once
 * @param login login name at that time
 * @param name name for people at that time
 */
@Embeddable
public record Approval(
        @Column(name = "approver", nullable = false) String approver,
        @Column(name = "login", nullable = false) String login,
        @Column(name = "name", nullable = false) String name,
        @Column(name = "given_at", nullable = false) Instant at) {

    static Approval by(Signatory person, Instant at) {
        return new Approval(person.id().value(), person.login(), person.name(), at);
    }

    public Signatory signatory() {
        return new Signatory(new MailboxId(approver), login, name);
    }
}
