package org.sealpost.pki;

/**
 * What is known of a certificate: each check on its own, so that each can be shown as its own line.
 *
 * @param chain leads to a trusted authority: {@code chain-trusted}(issuer), {@code chain-untrusted}(issuer),
 *     {@code chain-broken}(issuer), {@code names-out-of-bounds}(issuer, name): it may not vouch for that name
 * @param usage may be used for this: {@code usage-fits}, {@code usage-differs}
 * @param dates valid at the instant asked for: {@code dates-valid}(until), {@code dates-expired}(since),
 *     {@code dates-early}(from)
 * @param revocation {@code not-revoked}(CRL's instant), {@code revoked}(since, reason), {@code crl-missing}(issuer),
 *     {@code crl-stale}(CRL's instant)
 */
public record PathReport(Finding chain, Finding usage, Finding dates, Finding revocation) {
    /** Whether every check held. */
    public boolean ok() {
        return chain.ok() && usage.ok() && dates.ok() && revocation.ok();
    }
}
