package org.sealpost.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sealpost.quorum.Commitments;
import org.sealpost.quorum.QuorumSize;

/**
 * How one version of the escrow key is shared among officers. A first sharing is dealt out and active at once; a later
 * one is proposed, gets its parts from the officers of the one before ({@link #take}), and comes into force when enough
 * of them have dealt ({@link #activate}). When another takes its place its shares are wiped ({@link #end}).
 */
@Entity
@Table(name = "key_sharing")
@NamedQuery(
        name = KeySharing.IN_STATE,
        query = "select s from KeySharing s where s.state = :state order by s.escrowVersion desc, s.id desc")
@NamedQuery(
        name = KeySharing.OF_PROPOSAL,
        query = "select s from KeySharing s where s.proposal = :proposal order by s.escrowVersion, s.id")
@NamedQuery(name = KeySharing.LAST, query = "select coalesce(max(s.id), 0) from KeySharing s")
@NamedQuery(name = KeySharing.LAST_VERSION, query = "select coalesce(max(s.escrowVersion), 1) from KeySharing s")
public class KeySharing {
    static final String IN_STATE = "KeySharing.inState";
    static final String OF_PROPOSAL = "KeySharing.ofProposal";
    static final String LAST = "KeySharing.last";
    static final String LAST_VERSION = "KeySharing.lastVersion";

    @Id
    private int id;

    @Column(name = "escrow_version", nullable = false)
    private int escrowVersion;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private SharingState state;

    @Column
    private @Nullable String proposal;

    @Column(nullable = false)
    private int needed;

    @Column
    private byte @Nullable [] commitments;

    @Column
    private @Nullable Integer replaces;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "recovery_officer", joinColumns = @JoinColumn(name = "sharing"))
    private Set<RecoveryOfficer> officers = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "share_part", joinColumns = @JoinColumn(name = "sharing"))
    private Set<SharePart> parts = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected KeySharing() {}

    /**
     * A sharing that is still to get its parts.
     *
     * @param id one more than the last one's
     * @param needed how many officers open
     * @param proposal what the parts are dealt for
     */
    public KeySharing(
            int id, int escrowVersion, int needed, List<RecoveryOfficer> officers, String proposal, Instant at) {
        this.id = id;
        this.escrowVersion = escrowVersion;
        this.needed = new QuorumSize(needed, officers.size()).needed();
        this.officers.addAll(officers);
        this.proposal = proposal;
        this.state = SharingState.PROPOSED;
        this.changedAt = at;
    }

    /** This sharing is to take the place of that one, whose officers deal their shares out. */
    public void replace(KeySharing before) {
        this.replaces = before.id;
    }

    /** What one dealer gave to all the officers; a second deal of the same dealer takes the place of the first. */
    public void take(List<SharePart> dealt) {
        require(SharingState.PROPOSED);
        Set<Integer> dealers = new HashSet<>();
        dealt.forEach(part -> dealers.add(part.dealer()));
        parts.removeIf(part -> dealers.contains(part.dealer()));
        parts.addAll(dealt);
    }

    /** It comes into force. */
    public void activate(Commitments agreed, Instant at) {
        require(SharingState.PROPOSED);
        if (agreed.needed() != needed) {
            throw new IllegalArgumentException("a sharing of " + needed + " has " + agreed.needed() + " commitments");
        }
        commitments = agreed.encode();
        move(SharingState.ACTIVE, at);
    }

    /** Another took its place, or nothing is sealed to its key any more: the shares are wiped. */
    public void end(Instant at) {
        require(SharingState.ACTIVE);
        parts.clear();
        move(SharingState.ENDED, at);
    }

    /** It will not come into force: what was dealt for it is wiped. */
    public void drop(Instant at) {
        require(SharingState.PROPOSED);
        parts.clear();
        move(SharingState.DROPPED, at);
    }

    private void move(SharingState next, Instant at) {
        state = next;
        changedAt = at;
    }

    private void require(SharingState required) {
        if (state != required) {
            throw new IllegalStateException("sharing " + id + " is " + state);
        }
    }

    public int id() {
        return id;
    }

    /** Version of the escrow key that it shares. */
    public int escrowVersion() {
        return escrowVersion;
    }

    public SharingState state() {
        return state;
    }

    /** How many officers are needed, of how many. */
    public QuorumSize size() {
        return new QuorumSize(needed, officers.size());
    }

    /** @throws IllegalStateException before it came into force */
    public Commitments commitments() {
        if (commitments == null) {
            throw new IllegalStateException("sharing " + id + " is " + state);
        }
        return Commitments.parse(commitments);
    }

    /** The sharing whose officers deal for this one; empty for a key that was dealt out whole. */
    public Optional<Integer> replaced() {
        return Optional.ofNullable(replaces);
    }

    /** What its parts are or were dealt for. */
    public Optional<String> proposal() {
        return Optional.ofNullable(proposal);
    }

    /** When it came into its state. */
    public Instant changedAt() {
        return changedAt;
    }

    /** In the order of their numbers. */
    public List<RecoveryOfficer> officers() {
        return officers.stream()
                .sorted(Comparator.comparingInt(RecoveryOfficer::holder))
                .toList();
    }

    public Optional<RecoveryOfficer> officer(MailboxId mailbox) {
        return officers.stream()
                .filter(officer -> officer.mailboxId().equals(mailbox.value()))
                .findFirst();
    }

    /** What every dealer gave, in the order of the dealers. */
    public List<SharePart> parts() {
        return parts.stream().sorted(Comparator.comparingInt(SharePart::dealer)).toList();
    }

    /** What was given to one officer, in the order of the dealers. */
    public List<SharePart> partsOf(int holder) {
        return parts().stream().filter(part -> part.holder() == holder).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeySharing that && id == that.id;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
