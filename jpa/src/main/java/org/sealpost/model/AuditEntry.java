package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log. Its hash covers the entry and the hash of the entry before, so that no line can be
 * changed, put in or taken out without breaking the chain. While the Key Manager runs the hash is authenticated as
 * well, which vouches for everything up to that line even against someone who can write to the database.
 */
@Entity
@Table(name = "audit_entry")
@NamedQuery(name = AuditEntry.AFTER, query = "select e from AuditEntry e where e.number > :number order by e.number")
@WrittenByAnyServer("what a server refuses is recorded, too")
public class AuditEntry {
    static final String AFTER = "AuditEntry.after";

    @Id
    @Column(name = "entry_number")
    private long number;

    @Column(name = "happened_at", nullable = false)
    private Instant at;

    @Column(nullable = false)
    private String actor;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Act act;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Outcome outcome;

    @Column(nullable = false)
    private String subject;

    @Column(nullable = false)
    private String details;

    @Column(nullable = false)
    private String approvers;

    @Column(nullable = false)
    private String reason;

    @Column(nullable = false)
    private String ticket;

    @Embedded
    private AuditKeys keys;

    @Column(name = "entry_hash", nullable = false)
    private byte[] hash;

    @Column
    private byte @Nullable [] mac;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected AuditEntry() {}

    /**
     * @param number one more than the entry's before
     * @param hash over the entry and the entry before
     * @param mac authentication of the hash; null when the Key Manager does not run
     */
    AuditEntry(long number, AuditRecord said, byte[] hash, byte @Nullable [] mac) {
        this.number = number;
        this.at = said.at();
        this.actor = said.actor();
        this.act = said.act();
        this.outcome = said.outcome();
        this.subject = said.subject();
        this.details = said.details();
        this.approvers = said.grounds().approvers();
        this.reason = said.grounds().reason();
        this.ticket = said.grounds().ticket();
        this.keys = AuditKeys.of(said);
        this.hash = hash.clone();
        this.mac = mac == null ? null : mac.clone();
    }

    /** Place in the chain, from 1 on without gaps. */
    public long number() {
        return number;
    }

    public AuditRecord said() {
        return new AuditRecord(
                at, actor, act, outcome, subject, details, new AuditRecord.Grounds(approvers, reason, ticket));
    }

    public byte[] hash() {
        return hash.clone();
    }

    /** The authentication of the hash, if the Key Manager ran when the entry was made. */
    public Optional<byte[]> mac() {
        return mac == null ? Optional.empty() : Optional.of(mac.clone());
    }

    /** Whether this entry is the one that comes next after the given place in the chain. */
    public boolean follows(long numberBefore, byte[] hashBefore) {
        return number == numberBefore + 1 && MessageDigest.isEqual(hash, AuditChain.hash(number, said(), hashBefore));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuditEntry that && number == that.number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
