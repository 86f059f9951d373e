package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.ForeignAuthority;
import org.sealpost.pki.ForeignList;
import org.sealpost.pki.ListAddress;
import org.sealpost.pki.MailDomains;
import org.sealpost.pki.TrustAnchor;

/**
 * Another organisation's authority. It is trusted for some mail domains, may be trusted again for others, and may be
 * trusted no longer; it is never forgotten, so that the log's entries keep their meaning. Its revocation list only ever
 * becomes newer.
 */
@Entity
@Table(name = "trusted_authority")
@NamedQuery(
        name = TrustedAuthority.PAGE,
        query = "select a from TrustedAuthority a where a.id < :before and (:state is null or a.state = :state)"
                + " and (lower(a.subject) like :text escape '!' or a.permitted like :text escape '!'"
                + " or a.fingerprint like :text escape '!') order by a.id desc")
@NamedQuery(
        name = TrustedAuthority.STAMPS,
        query = "select new org.sealpost.model.AuthorityStamp(a.id, a.changedAt, a.list.made) from TrustedAuthority a"
                + " where a.state = org.sealpost.model.TrustState.TRUSTED order by a.id")
@NamedQuery(
        name = TrustedAuthority.TO_FETCH,
        query = "select a.id from TrustedAuthority a where a.state = org.sealpost.model.TrustState.TRUSTED"
                + " and a.fetching.address is not null and (a.fetching.tried is null or a.fetching.tried < :before)"
                + " order by a.id")
public class TrustedAuthority {
    static final String PAGE = "TrustedAuthority.page";
    static final String STAMPS = "TrustedAuthority.stamps";
    static final String TO_FETCH = "TrustedAuthority.toFetch";
    private static final int MAX_SUBJECT = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false)
    private String fingerprint;

    @Column(nullable = false)
    private String subject;

    @Column(nullable = false)
    private byte[] encoded;

    @Column(name = "valid_from", nullable = false)
    private Instant validFrom;

    @Column(name = "valid_until", nullable = false)
    private Instant validUntil;

    @Column(nullable = false)
    private String permitted;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private TrustState state;

    @Column(nullable = false)
    private String reason;

    @Column(name = "changed_by", nullable = false)
    private String changedBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Embedded
    private @Nullable ListStanding list;

    @Embedded
    private @Nullable ListFetching fetching;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected TrustedAuthority() {}

    /** One that is trusted from now on. */
    public TrustedAuthority(ForeignAuthority authority, TrustTerms terms) {
        X509Certificate certificate = authority.certificate();
        this.fingerprint = authority.fingerprint().hex();
        this.subject = MessageLabel.cut(authority.subject(), MAX_SUBJECT);
        this.encoded = Certificates.der(certificate);
        this.validFrom = certificate.getNotBefore().toInstant();
        this.validUntil = certificate.getNotAfter().toInstant();
        trust(terms);
    }

    /** Trusts it again, or for other domains than before. */
    public void trust(TrustTerms terms) {
        stand(TrustState.TRUSTED, terms.by(), terms.at(), terms.reason());
        permitted = terms.permitted().toText();
    }

    /**
     * Trusts it no longer; nothing is fetched for it any more.
     *
     * @throws AuthorityUntrusted when that is so already
     */
    public void untrust(String by, Instant at, String why) {
        requireTrusted();
        stand(TrustState.UNTRUSTED, by, at, why);
        forbidFetching();
    }

    private void stand(TrustState next, String by, Instant at, String why) {
        state = next;
        changedBy = by;
        changedAt = at;
        reason = MessageLabel.cut(why, ApprovalTerms.MAX_REASON);
    }

    /**
     * Its list is fetched from there from now on.
     *
     * @throws AuthorityUntrusted when it is trusted no longer
     */
    public void allowFetching(ListAddress address) {
        requireTrusted();
        fetching = ListFetching.from(address);
    }

    /** Nothing is fetched any more; the list that is there stays. */
    public void forbidFetching() {
        fetching = null;
    }

    /**
     * Its newest list has come.
     *
     * @param fetched whether over the network
     * @throws AuthorityUntrusted when it is trusted no longer
     * @throws OlderList when a newer one is there
     */
    public void take(ForeignList newer, Instant at, boolean fetched) {
        requireTrusted();
        if (list != null && newer.thisUpdate().isBefore(list.made())) {
            throw new OlderList(newer.thisUpdate(), list.made());
        }
        list = ListStanding.of(newer, at, fetched);
        if (fetched && fetching != null) {
            fetching = fetching.done(at);
        }
    }

    /**
     * Fetching did not bring a list.
     *
     * @param failure code of the refusal and what it is about, for people
     */
    public void missed(String failure, Instant at) {
        if (fetching != null) {
            fetching = fetching.missed(failure, at);
        }
    }

    private void requireTrusted() {
        if (state != TrustState.TRUSTED) {
            throw new AuthorityUntrusted(subject);
        }
    }

    /** Number, given when it is added. */
    public long id() {
        return Objects.requireNonNull(id, "not added yet");
    }

    /** What a path check trusts. */
    public TrustAnchor anchor() {
        return TrustAnchor.foreign(certificate(), MailDomains.parse(permitted));
    }

    public X509Certificate certificate() {
        return Certificates.parse(encoded);
    }

    public TrustState state() {
        return state;
    }

    public String subject() {
        return subject;
    }

    /** SHA-256 of its certificate, 64 hexadecimal digits. */
    public String fingerprint() {
        return fingerprint;
    }

    public Instant validFrom() {
        return validFrom;
    }

    public Instant validUntil() {
        return validUntil;
    }

    /** Who asked for the present state, when and why. */
    public TrustTerms terms() {
        return new TrustTerms(MailDomains.parse(permitted), changedBy, changedAt, reason);
    }

    /** What is known of its revocation list; empty while there is none. */
    public Optional<ListStanding> list() {
        return Optional.ofNullable(list);
    }

    /** That its list is fetched; empty unless an administrator allows it. */
    public Optional<ListFetching> fetching() {
        return Optional.ofNullable(fetching);
    }

    /** How the audit log names it. */
    public String label() {
        return subject + " " + fingerprint;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrustedAuthority that && fingerprint.equals(that.fingerprint);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }
}
