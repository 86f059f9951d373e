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
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Capabilities;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.RevocationReason;

/**
 * A certificate of a mailbox: recorded, then signed, then recorded as issued, in a renewal only after its owner confirmed
 * it; perhaps revoked one day. Rows are never removed, because old signatures go on being checked against them.
 */
@Entity
@Table(name = "issued_certificate")
@NamedQuery(
        name = IssuedCertificate.IN_FORCE,
        query = "select c from IssuedCertificate c where c.mailbox in :mailboxes and c.profile = :profile"
                + " and c.state = org.sealpost.model.CertificateState.ISSUED and c.notBefore <= :now"
                + " and c.notAfter > :now order by c.notBefore desc, c.serial")
@NamedQuery(
        name = IssuedCertificate.OF_MAILBOX,
        query = "select c from IssuedCertificate c where c.mailbox = :mailbox"
                + " and c.state <> org.sealpost.model.CertificateState.RECORDED order by c.notBefore desc, c.serial")
@NamedQuery(
        name = IssuedCertificate.ABANDONED,
        query = "select c from IssuedCertificate c where c.state = org.sealpost.model.CertificateState.PREPARED"
                + " and c.notBefore < :before order by c.serial")
@NamedQuery(
        name = IssuedCertificate.ENDING,
        query = "select c from IssuedCertificate c where c.state = org.sealpost.model.CertificateState.ISSUED"
                + " and c.notAfter > :now and c.notAfter <= :until and (c.toldDays is null or c.toldDays > :days)"
                + IssuedCertificate.NEWEST
                + " order by c.notAfter, c.serial")
@NamedQuery(
        name = IssuedCertificate.COUNT_ENDING,
        query = "select count(distinct c.mailbox) from IssuedCertificate c"
                + " where c.state = org.sealpost.model.CertificateState.ISSUED"
                + " and c.notAfter > :now and c.notAfter <= :until"
                + IssuedCertificate.NEWEST)
public class IssuedCertificate {
    static final String IN_FORCE = "IssuedCertificate.inForce";
    static final String OF_MAILBOX = "IssuedCertificate.ofMailbox";
    static final String ABANDONED = "IssuedCertificate.abandoned";
    static final String ENDING = "IssuedCertificate.ending";
    static final String COUNT_ENDING = "IssuedCertificate.countEnding";
    static final String NEWEST = " and not exists (select n from IssuedCertificate n where n.mailbox = c.mailbox"
            + " and n.profile = c.profile and n.state = org.sealpost.model.CertificateState.ISSUED"
            + " and n.notBefore > c.notBefore) and exists (select m from Mailbox m where m.id = c.mailbox"
            + " and m.state = org.sealpost.model.MailboxState.ENABLED)";

    @Id
    private String serial;

    private @Nullable String mailbox;

    private @Nullable String partner;

    @Column(nullable = false, updatable = false)
    private String address;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private CertificateProfile profile;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private CertificateState state;

    @Column(nullable = false)
    private String capabilities;

    @Column(name = "not_before", nullable = false)
    private Instant notBefore;

    @Column(name = "not_after", nullable = false)
    private Instant notAfter;

    private byte @Nullable [] encoded;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RevocationReason reason;

    @Column(name = "told_days")
    private @Nullable Integer toldDays;

    @Column(name = "invalid_since")
    private @Nullable Instant invalidSince;

    /** Number of the first revocation list that has it; written by {@link RevocationListRecord#LIST} alone. */
    @Column(name = "listed_in", insertable = false, updatable = false)
    private @Nullable Long listedIn;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected IssuedCertificate() {}

    /**
     * Takes the serial number and puts on record what is going to be signed.
     *
     * @param mailbox whose; {@link PartnerId} in its place for somebody outside, who has none
     * @param notAfter last instant of validity, as the authority will write it
     */
    public IssuedCertificate(MailboxId mailbox, CertificateOrder order, Instant notAfter) {
        this.serial = Serial.of(order.serial()).value();
        this.mailbox = PartnerId.is(mailbox) ? null : mailbox.value();
        this.partner = PartnerId.is(mailbox) ? mailbox.value() : null;
        this.address = order.subject().address().toLowerCase(Locale.ROOT);
        this.profile = order.profile();
        this.state = CertificateState.RECORDED;
        this.capabilities = order.capabilities().toText();
        this.notBefore = order.notBefore();
        this.notAfter = notAfter;
    }

    /**
     * The certificate was signed; it comes as DER.
     *
     * @throws IllegalStateException when it was issued before
     */
    public void issue(byte[] certificate) {
        if (state != CertificateState.RECORDED) {
            throw new IllegalStateException("certificate " + serial + " is " + state);
        }
        this.encoded = certificate.clone();
        this.state = CertificateState.ISSUED;
    }

    /**
     * It was issued for a renewal: it comes into force when its owner says that the key is safe.
     *
     * @throws IllegalStateException unless it has just been issued
     */
    public void awaitConfirmation() {
        if (state != CertificateState.ISSUED) {
            throw new IllegalStateException("certificate " + serial + " is " + state);
        }
        this.state = CertificateState.PREPARED;
    }

    /** Its owner holds the key safely; a second time changes nothing. */
    public void confirm() {
        if (state == CertificateState.PREPARED) {
            this.state = CertificateState.ISSUED;
        }
    }

    /** Its owner was told, that many days before its end. */
    public void told(int days) {
        this.toldDays = days;
    }

    /**
     * Puts it on the next revocation list; a second time changes nothing, the first instant and reason stay.
     *
     * @param since from when on its key may have been in other hands; empty when harmless or not known
     */
    public void revoke(RevocationReason why, Instant at, Optional<Instant> since) {
        if (state == CertificateState.REVOKED) {
            return;
        }
        this.state = CertificateState.REVOKED;
        this.reason = why;
        this.revokedAt = at;
        this.invalidSince = since.orElse(null);
    }

    public Serial serial() {
        return new Serial(serial);
    }

    public MailboxId mailbox() {
        return new MailboxId(partner == null ? String.valueOf(mailbox) : partner);
    }

    /** The address that it names, in lower case; the mailbox may have another one by now. */
    public String address() {
        return address;
    }

    public CertificateProfile profile() {
        return profile;
    }

    public CertificateState state() {
        return state;
    }

    /** The owner reads with another program than when it was issued; the certificate itself goes on saying the old one. */
    public void readBy(Capabilities program) {
        this.capabilities = program.toText();
    }

    /** The formats that the owner's mail program reads. */
    public Capabilities capabilities() {
        return Capabilities.parse(capabilities);
    }

    public Instant notBefore() {
        return notBefore;
    }

    public Instant notAfter() {
        return notAfter;
    }

    /**
     * The certificate, DER.
     *
     * @throws IllegalStateException when it was not signed yet
     */
    public byte[] encoded() {
        if (encoded == null) {
            throw new IllegalStateException("certificate " + serial + " is not signed");
        }
        return encoded.clone();
    }

    /** When it was revoked and why; empty when it was not. */
    public Optional<RevokedSerial> revocation() {
        return revokedAt == null || reason == null
                ? Optional.empty()
                : Optional.of(new RevokedSerial(serial, revokedAt, reason, invalidSince));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IssuedCertificate that && serial.equals(that.serial);
    }

    @Override
    public int hashCode() {
        return serial.hashCode();
    }
}
