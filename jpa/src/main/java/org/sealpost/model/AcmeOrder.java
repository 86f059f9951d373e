package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A partner's order for the certificate of one address: offered with a challenge, proven when the partner says that it is
 * answered and the right mail has come, in whatever sequence, issued with a certificate. Whoever calls a verb in a state
 * that does not allow it changes nothing and is told so by {@code false}.
 */
@Entity
@Table(name = "acme_order")
@NamedQuery(
        name = AcmeOrder.OF_ACCOUNT,
        query = "select o from AcmeOrder o where o.account = :account order by o.createdAt desc, o.id")
@NamedQuery(
        name = AcmeOrder.COUNT_OPEN,
        query = "select count(o) from AcmeOrder o where o.account = :account and o.state in :open")
@NamedQuery(
        name = AcmeOrder.COUNT_SINCE,
        query = "select count(o) from AcmeOrder o where o.address = :address and o.createdAt > :since")
@NamedQuery(
        name = AcmeOrder.TO_MAIL,
        query = "select o from AcmeOrder o where o.state in :awaiting and o.mailedPart is not null"
                + " order by o.mails, o.createdAt, o.id")
@NamedQuery(
        name = AcmeOrder.OVERDUE,
        query = "select o from AcmeOrder o where o.state in :states and o.expiresAt <= :now order by o.expiresAt, o.id")
@NamedQuery(name = AcmeOrder.BY_SERIAL, query = "select o from AcmeOrder o where o.serial = :serial")
public class AcmeOrder {
    /** For how long an order can become a certificate. */
    public static final Duration LIFETIME = Duration.ofDays(3);

    static final String OF_ACCOUNT = "AcmeOrder.ofAccount";
    static final String COUNT_OPEN = "AcmeOrder.countOpen";
    static final String COUNT_SINCE = "AcmeOrder.countSince";
    static final String TO_MAIL = "AcmeOrder.toMail";
    static final String OVERDUE = "AcmeOrder.overdue";
    static final String BY_SERIAL = "AcmeOrder.bySerial";

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String account;

    @Column(nullable = false, updatable = false)
    private String address;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AcmeOrderState state;

    @Column(name = "mailed_part")
    private @Nullable String mailedPart;

    @Column(name = "fetched_part", nullable = false)
    private String fetchedPart;

    @Column(nullable = false)
    private String answer;

    private int mails;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "proven_at")
    private @Nullable Instant provenAt;

    private @Nullable String problem;

    private @Nullable String serial;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected AcmeOrder() {}

    /**
     * What proves that somebody reads and writes at an address (RFC 8823 section 3).
     *
     * @param mailedPart half of the token that goes by mail
     * @param fetchedPart the other half, which the account fetches
     * @param answer what the mail has to say: base64url of SHA-256 over the key authorization
     */
    public record Challenge(String mailedPart, String fetchedPart, String answer) {}

    /**
     * A new order.
     *
     * @param id random, fit for an address and for a Message-ID
     * @param address in lower case, its domain in ASCII form
     * @param at now; {@link #LIFETIME} later it expires
     */
    public AcmeOrder(AcmeAccount owner, String id, String address, Challenge challenge, Instant at) {
        this.id = id;
        this.account = owner.id();
        this.address = address;
        this.state = AcmeOrderState.OFFERED;
        this.mailedPart = challenge.mailedPart();
        this.fetchedPart = challenge.fetchedPart();
        this.answer = challenge.answer();
        this.createdAt = at;
        this.expiresAt = at.plus(LIFETIME);
    }

    /** The challenge's mail has gone. The half of the token in it is forgotten: from now on only its reader knows it. */
    public void mailed() {
        this.mails++;
        this.mailedPart = null;
    }

    /** The challenge's mail could not be sent. @param most tries after which the order has failed */
    public void notMailed(int most, String why) {
        this.mails++;
        if (mails >= most && state.awaits()) {
            fail(why);
        }
    }

    /** The partner says that the challenge is answered. @return whether it was waited for */
    public boolean accept(Instant now) {
        switch (state) {
            case OFFERED -> state = AcmeOrderState.ACCEPTED;
            case ANSWERED -> prove(now);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A mail that is certainly the partner's has come. @return whether one was waited for */
    public boolean answer(String given, Instant now, String otherwise) {
        if (!state.awaits()) {
            return false;
        }
        if (!MessageDigest.isEqual(
                given.getBytes(StandardCharsets.US_ASCII), answer.getBytes(StandardCharsets.US_ASCII))) {
            fail(otherwise);
        } else if (state == AcmeOrderState.ACCEPTED) {
            prove(now);
        } else {
            state = AcmeOrderState.ANSWERED;
        }
        return true;
    }

    private void prove(Instant now) {
        state = AcmeOrderState.PROVEN;
        provenAt = now;
    }

    private void fail(String why) {
        state = AcmeOrderState.FAILED;
        problem = why;
        mailedPart = null;
    }

    /** The certificate is there. @return whether it was proven before */
    public boolean issue(Serial certificate) {
        if (state != AcmeOrderState.PROVEN) {
            return false;
        }
        state = AcmeOrderState.ISSUED;
        serial = certificate.value();
        return true;
    }

    /** The partner gives the authorization up. @return whether there was anything to give up */
    public boolean drop() {
        return close(AcmeOrderState.DROPPED);
    }

    /** Time has run out. @return whether it was open before */
    public boolean expire() {
        return close(AcmeOrderState.EXPIRED);
    }

    private boolean close(AcmeOrderState end) {
        if (!state.open()) {
            return false;
        }
        state = end;
        mailedPart = null;
        return true;
    }

    public String id() {
        return id;
    }

    /** Id of the account that it belongs to. */
    public String account() {
        return account;
    }

    public String address() {
        return address;
    }

    public AcmeOrderState state() {
        return state;
    }

    /** The half of the token that is still to go by mail; empty once it has gone. */
    public Optional<String> mailedPart() {
        return Optional.ofNullable(mailedPart);
    }

    public String fetchedPart() {
        return fetchedPart;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** When the address was proven; empty while it is not. */
    public Optional<Instant> provenAt() {
        return Optional.ofNullable(provenAt);
    }

    /** Code of the refusal that ended it; empty while none did. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** The certificate; empty while there is none. */
    public Optional<Serial> serial() {
        return Optional.ofNullable(serial).map(Serial::new);
    }
}
