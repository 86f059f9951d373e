package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.MailProgram;

/**
 * A mailbox and where it stands in the life of Advanced Security.
 *
 * <p>An administrator enables it and hands out a token ({@link #issueToken}); the user redeems the token
 * ({@link #enable}); later they are renewed ({@link #renew}), run out
 * ({@link #expire}), are revoked ({@link #revoke}) or the keys are
 * recovered ({@link #recover}). {@link MailboxVerb} says which move is right in which state; every other move throws
 * {@link WrongMailboxState} and changes nothing.
 */
@Entity
@Table(name = "mailbox")
@NamedQuery(
        name = Mailbox.PAGE,
        query = "select m from Mailbox m where m.id > :after and (:state is null or m.state = :state) order by m.id")
@NamedQuery(
        name = Mailbox.COUNTS,
        query = "select new org.sealpost.model.MailboxCount(m.state, count(m)) from Mailbox m group by m.state")
@NamedQuery(name = Mailbox.BY_ADDRESS, query = "select m from Mailbox m where m.address in :addresses order by m.id")
@NamedQuery(name = Mailbox.BY_IDS, query = "select m from Mailbox m where m.id in :ids")
@NamedQuery(
        name = Mailbox.RUN_OUT,
        query = "select m from Mailbox m where m.state = org.sealpost.model.MailboxState.ENABLED and not exists"
                + " (select c from IssuedCertificate c where c.mailbox = m.id and c.notAfter > :now"
                + " and c.state in (org.sealpost.model.CertificateState.ISSUED,"
                + " org.sealpost.model.CertificateState.PREPARED)) order by m.id")
@WrittenByAnyServer(
        "owners choose their options anywhere; whatever else changes a mailbox writes a token or a certificate, too")
public class Mailbox {
    static final String PAGE = "Mailbox.page";
    static final String COUNTS = "Mailbox.counts";
    static final String BY_ADDRESS = "Mailbox.byAddress";
    static final String BY_IDS = "Mailbox.byIds";
    static final String RUN_OUT = "Mailbox.runOut";

    @Id
    private String id;

    @Column(nullable = false)
    private String address;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MailboxState state;

    /** What the mailbox becomes again when its token is withdrawn; set while a token is out. */
    @Enumerated(EnumType.STRING)
    @Column(name = "returns_to")
    private @Nullable MailboxState returnsTo;

    /** Why it was revoked last. */
    @Enumerated(EnumType.STRING)
    @Column(name = "revoked_as")
    private @Nullable RevocationCause revokedAs;

    @Column(name = "encrypt_by_default", nullable = false)
    private boolean encryptByDefault;

    @Column(name = "sign_by_default", nullable = false)
    private boolean signByDefault;

    @Enumerated(EnumType.STRING)
    @Column(name = "mail_program", nullable = false)
    private MailProgram mailProgram;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Mailbox() {}

    /**
     * A mailbox seen for the first time.
     *
     * @param id the directory's immutable id
     * @param address its address now; a name for people, not an identity
     */
    public Mailbox(MailboxId id, String address, Instant at) {
        this.id = id.value();
        this.address = address;
        this.state = MailboxState.NOT_ENABLED;
        this.encryptByDefault = true;
        this.signByDefault = true;
        this.mailProgram = MailProgram.SEALPOST;
        this.changedAt = at;
    }

    /**
     * Hands out a token, or another one for the one that is out.
     *
     * @return the token to be kept
     */
    public OneTimeToken issueToken(TokenTerms terms) {
        check(MailboxVerb.ISSUE_TOKEN);
        return tokenOut(MailboxState.TOKEN_OUT, TokenPurpose.ENROL, terms);
    }

    /** Takes the token back; the mailbox is again what it was before. */
    public void withdrawToken(Instant at) {
        check(MailboxVerb.WITHDRAW_TOKEN);
        move(returnsTo == null ? MailboxState.NOT_ENABLED : returnsTo, at);
    }

    /** The user has redeemed the token and holds valid certificates. */
    public void enable(Instant at) {
        check(MailboxVerb.ENABLE);
        move(MailboxState.ENABLED, at);
    }

    /** The user renews the keys before they run out; the mailbox stays enabled. */
    public void renew() {
        check(MailboxVerb.RENEW);
    }

    /** The certificates ran out. */
    public void expire(Instant at) {
        check(MailboxVerb.EXPIRE);
        move(MailboxState.EXPIRED, at);
    }

    /** The certificates go on the revocation list; a recovery token that is out has to be withdrawn with it. */
    public void revoke(RevocationCause cause, Instant at) {
        check(MailboxVerb.REVOKE);
        move(MailboxState.REVOKED, at);
        revokedAs = cause;
    }

    /** Hands a token to a revoked mailbox: its user is to get new keys. */
    public OneTimeToken reEnable(TokenTerms terms) {
        check(MailboxVerb.RE_ENABLE);
        return tokenOut(MailboxState.TOKEN_OUT, TokenPurpose.ENROL, terms);
    }

    /** Hands out a token that brings new pairs and the whole history of encryption keys. */
    public OneTimeToken recover(TokenTerms terms) {
        check(MailboxVerb.RECOVER);
        return tokenOut(MailboxState.RECOVERING, TokenPurpose.RECOVER, terms);
    }

    /** Its key history came from another Key Manager; the owner gets it by a recovery. */
    public void arrive(Instant at) {
        check(MailboxVerb.ARRIVE);
        move(MailboxState.EXPIRED, at);
    }

    /** @throws WrongMailboxState unless that verb is a right move now */
    public void check(MailboxVerb verb) {
        if (!state.allows(verb)) {
            throw new WrongMailboxState(address, state, verb);
        }
    }

    /** The directory shows another address for the same mailbox. */
    public void readdress(String newAddress) {
        this.address = newAddress;
    }

    /** The user's choice for new messages; each message can still say otherwise. */
    public void choose(MailboxOptions options) {
        this.encryptByDefault = options.encryptByDefault();
        this.signByDefault = options.signByDefault();
    }

    /** The user takes the security file to that program: from now on mail is sealed so that it can be read there. */
    public void readWith(MailProgram program) {
        this.mailProgram = program;
    }

    /** With what the user reads sealed mail. */
    public MailProgram mailProgram() {
        return mailProgram;
    }

    public MailboxId id() {
        return new MailboxId(id);
    }

    /** The address when the mailbox was last touched; the directory knows the present one. */
    public String address() {
        return address;
    }

    /** Address and id: how the audit log names a mailbox, findable by either. */
    public String label() {
        return address + " (" + id + ")";
    }

    public MailboxState state() {
        return state;
    }

    /** Why it was revoked last; empty when it never was. */
    public Optional<RevocationCause> revokedAs() {
        return Optional.ofNullable(revokedAs);
    }

    /** When the state changed last. */
    public Instant changedAt() {
        return changedAt;
    }

    public MailboxOptions options() {
        return new MailboxOptions(encryptByDefault, signByDefault);
    }

    /** Whether its certificates are in force: recovering alone takes nothing away from a mailbox that was enabled. */
    public boolean hasCertificatesInForce() {
        return state == MailboxState.ENABLED || returnsTo == MailboxState.ENABLED;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mailbox that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    private OneTimeToken tokenOut(MailboxState next, TokenPurpose purpose, TokenTerms terms) {
        MailboxState before = state == MailboxState.TOKEN_OUT ? returnsTo : state;
        move(next, terms.issuedAt());
        returnsTo = before;
        return new OneTimeToken(id(), purpose, terms);
    }

    private void move(MailboxState next, Instant at) {
        state = next;
        returnsTo = null;
        changedAt = at;
    }
}
