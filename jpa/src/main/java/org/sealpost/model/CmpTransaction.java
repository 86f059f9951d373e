package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of the Certificate Management Protocol: begun with a request, over when nothing waits for confirmation.
 * It is remembered for a while after its end, because a name of a transaction works once.
 */
@Entity
@Table(name = "cmp_transaction")
@NamedQuery(
        name = CmpTransaction.DUE,
        query = "select t from CmpTransaction t where t.confirmBefore <= :now order by t.confirmBefore, t.id")
@NamedQuery(
        name = CmpTransaction.FORGET,
        query = "delete from CmpTransaction t where t.begunAt < :before and t.confirmBefore is null")
public class CmpTransaction {
    static final String DUE = "CmpTransaction.due";
    static final String FORGET = "CmpTransaction.forget";

    @Id
    private String id;

    @Column(nullable = false)
    private String mailbox;

    @Column(nullable = false)
    private String voucher;

    @Column(nullable = false)
    private byte[] nonce;

    @Column(nullable = false)
    private String awaited;

    @Column(name = "begun_at", nullable = false)
    private Instant begunAt;

    /** Null when nothing is waited for. */
    @Column(name = "confirm_before")
    private @Nullable Instant confirmBefore;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected CmpTransaction() {}

    /**
     * Who asked for what.
     *
     * @param id the program's name for the transaction, hexadecimal
     * @param mailbox whose certificates are concerned
     * @param voucher id of the token or serial number of the certificate that vouched for the request
     */
    public record Origin(String id, MailboxId mailbox, String voucher) {}

    /** Nothing is waited for. */
    public CmpTransaction(Origin origin, byte[] nonce, Instant at) {
        this.id = origin.id();
        this.mailbox = origin.mailbox().value();
        this.voucher = origin.voucher();
        this.nonce = nonce.clone();
        this.awaited = "";
        this.begunAt = at;
    }

    /**
     * A certificate that waits for its confirmation.
     *
     * @param ask the program's number for what it asked for
     * @param serial of the certificate
     */
    public record Awaited(BigInteger ask, Serial serial) {}

    /** Certificates wait for their confirmation until then. */
    public void await(List<Awaited> certificates, Instant until) {
        this.awaited = certificates.stream()
                .map(one -> one.ask() + "=" + one.serial().value())
                .collect(Collectors.joining(","));
        this.confirmBefore = until;
    }

    /** Everything is confirmed or given up. */
    public void end() {
        this.awaited = "";
        this.confirmBefore = null;
    }

    /** What waits for confirmation. */
    public List<Awaited> awaited() {
        return awaited.isEmpty()
                ? List.of()
                : Arrays.stream(awaited.split(","))
                        .map(one -> one.split("="))
                        .map(one -> new Awaited(new BigInteger(one[0]), new Serial(one[1])))
                        .toList();
    }

    /** Whether that one vouched for it. */
    public boolean vouchedBy(String candidate) {
        return voucher.equals(candidate);
    }

    public String id() {
        return id;
    }

    public MailboxId mailbox() {
        return new MailboxId(mailbox);
    }

    /** What the program has to repeat. */
    public byte[] nonce() {
        return nonce.clone();
    }

    /** Until when the confirmation has to come; empty when nothing is waited for. */
    public Optional<Instant> confirmBefore() {
        return Optional.ofNullable(confirmBefore);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CmpTransaction that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
