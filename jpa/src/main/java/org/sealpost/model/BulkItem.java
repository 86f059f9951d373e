package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One mailbox of a bulk run and what became of it. It changes in the same transaction as the mailbox, so that after a
 * crash each mailbox has had its turn once or not yet.
 */
@Entity
@Table(name = "bulk_item")
@NamedQuery(
        name = BulkItem.PAGE,
        query = "select i from BulkItem i where i.id.run = :run and i.id.position > :after"
                + " and (:state is null or i.state = :state)"
                + " and (lower(i.address) like :text escape '!' or lower(i.name) like :text escape '!')"
                + " order by i.id.position")
@NamedQuery(
        name = BulkItem.COUNTS,
        query = "select i.state, count(i) from BulkItem i where i.id.run = :run group by i.state")
@NamedQuery(
        name = BulkItem.TURNS_SINCE,
        query = "select count(i) from BulkItem i where i.id.run = :run and i.turnedAt >= :since")
@NamedQuery(
        name = BulkItem.WITH_TOKEN,
        query = "select i from BulkItem i where i.id.run = :run and i.sealedToken is not null order by i.id.position")
@NamedQuery(
        name = BulkItem.COUNT_TOKENS,
        query = "select count(i) from BulkItem i where i.id.run = :run and i.sealedToken is not null")
@NamedQuery(
        name = BulkItem.LEAVE_OUT,
        query = "update BulkItem i set i.state = org.sealpost.model.BulkItemState.LEFT_OUT where i.id.run = :run"
                + " and i.state = org.sealpost.model.BulkItemState.WAITING")
@NamedQuery(
        name = BulkItem.WIPE,
        query = "update BulkItem i set i.sealedToken = null, i.wipedBy = null where i.id.run = :run"
                + " and i.sealedToken is not null")
@NamedQuery(
        name = BulkItem.WIPE_OLD,
        query = "update BulkItem i set i.sealedToken = null, i.wipedBy = null where i.wipedBy < :now")
public class BulkItem {
    static final String PAGE = "BulkItem.page";
    static final String COUNTS = "BulkItem.counts";
    static final String TURNS_SINCE = "BulkItem.turnsSince";
    static final String WITH_TOKEN = "BulkItem.withToken";
    static final String COUNT_TOKENS = "BulkItem.countTokens";
    static final String LEAVE_OUT = "BulkItem.leaveOut";
    static final String WIPE = "BulkItem.wipe";
    static final String WIPE_OLD = "BulkItem.wipeOld";
    private static final int LONGEST = 400;

    @EmbeddedId
    private Key id;

    @Column(name = "mailbox")
    private @Nullable String mailbox;

    @Column(nullable = false)
    private String address;

    @Column(nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private BulkItemState state;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(nullable = false)
    private String detail;

    @Column(name = "turned_at")
    private @Nullable Instant turnedAt;

    @Column(name = "sealed_token")
    private byte @Nullable [] sealedToken;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "wiped_by")
    private @Nullable Instant wipedBy;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected BulkItem() {}

    /**
     * Whose turn will come.
     *
     * @param run number of the run
     * @param position in the run, from 1
     */
    public BulkItem(long run, int position, MailboxId mailbox, String address, String name) {
        this(run, position, address, name);
        this.mailbox = mailbox.value();
        this.state = BulkItemState.WAITING;
    }

    private BulkItem(long run, int position, String address, String name) {
        this.id = new Key(run, position);
        this.address = cut(address);
        this.name = cut(name);
        this.state = BulkItemState.SKIPPED;
        this.detail = "";
    }

    /** Whose turn will not come, and why: the code of a reason and what it is about. */
    public static BulkItem skipped(Key id, String address, String name, BulkItemReason why) {
        BulkItem item = new BulkItem(id.run(), id.position(), address, name);
        item.because(why);
        return item;
    }

    /** It is done. */
    public void done(Instant at) {
        state = BulkItemState.DONE;
        turnedAt = at;
    }

    /**
     * It is done, and a token is to be taken.
     *
     * @param sealed never the token itself
     * @param expires from when on the token no longer counts
     * @param wiped when it is wiped here at the latest
     */
    public void done(Instant at, byte[] sealed, Instant expires, Instant wiped) {
        done(at);
        sealedToken = sealed.clone();
        expiresAt = expires;
        wipedBy = wiped;
    }

    /** It was tried in vain. */
    public void fail(Instant at, BulkItemReason why) {
        state = BulkItemState.FAILED;
        turnedAt = at;
        because(why);
    }

    private void because(BulkItemReason why) {
        reason = why.code();
        detail = cut(why.detail());
    }

    public Key id() {
        return id;
    }

    /** Empty for what is no mailbox of the directory. */
    public Optional<MailboxId> mailbox() {
        return Optional.ofNullable(mailbox).map(MailboxId::new);
    }

    public String address() {
        return address;
    }

    public String name() {
        return name;
    }

    public BulkItemState state() {
        return state;
    }

    public Optional<BulkItemReason> reason() {
        return Optional.ofNullable(reason).map(code -> new BulkItemReason(code, detail));
    }

    /** When it had its turn; empty before, and for those who have none. */
    public Optional<Instant> turnedAt() {
        return Optional.ofNullable(turnedAt);
    }

    public Optional<byte[]> sealedToken() {
        return Optional.ofNullable(sealedToken).map(byte[]::clone);
    }

    /** From when on the token no longer counts. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BulkItem that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /**
     * A place in a run.
     *
     * @param run number of the run
     * @param position from 1
     */
    @Embeddable
    public record Key(
            @Column(name = "run_id", nullable = false) long run,
            @Column(name = "position", nullable = false) int position) {}
}
