package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Who asked, as the database keeps it. */
@Embeddable
record Requester(
        @Column(name = "requester", nullable = false) String id,
        @Column(name = "requester_login", nullable = false) String login,
        @Column(name = "requester_name", nullable = false) String name) {

    static Requester of(Signatory person) {
        return new Requester(person.id().value(), person.login(), person.name());
    }

    Signatory signatory() {
        return new Signatory(new MailboxId(id), login, name);
    }
}
