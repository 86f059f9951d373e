package org.sealpost.model;

import java.time.Instant;

/** Where a signed certificate stands at an instant: its {@link CertificateState}, with its end looked at. */
public enum CertificateStanding {
    /** Signed for a renewal that its owner has not confirmed yet. */
    PREPARED,
    /** Handed out, neither revoked nor at its end. */
    ISSUED,
    /** Its end has passed and it was not revoked before. */
    EXPIRED,
    /** Revoked; it stays so after its end. */
    REVOKED;

    /** @throws IllegalArgumentException when it is not signed yet */
    public static CertificateStanding of(IssuedCertificate certificate, Instant now) {
        return switch (certificate.state()) {
            case RECORDED -> throw new IllegalArgumentException("not signed: " + certificate.serial());
            case PREPARED -> PREPARED;
            case ISSUED -> certificate.notAfter().isAfter(now) ? ISSUED : EXPIRED;
            case REVOKED -> REVOKED;
        };
    }

    /** The state that the database has for it. */
    CertificateState state() {
        return switch (this) {
            case PREPARED -> CertificateState.PREPARED;
            case ISSUED, EXPIRED -> CertificateState.ISSUED;
            case REVOKED -> CertificateState.REVOKED;
        };
    }
}
