package org.sealpost.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.issuing.CertificateDetails;
import org.sealpost.issuing.CertificateLine;
import org.sealpost.model.RevokedSerial;

/** What travels of the certificates that were issued. */
public final class CertificatesOnWire {
    private CertificatesOnWire() {}

    /**
     * A page of certificates.
     *
     * @param certificates the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Certificates(
            List<Certificate> certificates, @Nullable String next) {}

    /**
     * A certificate in a list.
     *
     * @param serial hexadecimal, without colons
     * @param address the address that it names, in lower case
     * @param profile SIGNING or ENCRYPTION
     * @param state PREPARED, ISSUED, EXPIRED or REVOKED
     * @param from first instant of its validity
     * @param until last instant of its validity
     * @param revocation absent when it was not revoked
     */
    public record Certificate(
            String serial,
            String address,
            String profile,
            String state,
            Instant from,
            Instant until,
            @Nullable Revoked revocation) {
        static Certificate of(CertificateLine line) {
            return new Certificate(
                    line.serial().value(),
                    line.address(),
                    line.profile().name(),
                    line.standing().name(),
                    line.validity().from(),
                    line.validity().until(),
                    line.revocation().map(Revoked::of).orElse(null));
        }
    }

    /**
     * The end of a certificate before its time.
     *
     * @param at when it was revoked
     * @param reason RFC 5280 section 5.3.1
     * @param invalidSince from when on its key may have been in other hands; absent when harmless or not known
     */
    public record Revoked(
            Instant at, String reason, @Nullable Instant invalidSince) {
        static Revoked of(RevokedSerial revoked) {
            return new Revoked(revoked.at(), revoked.reason().name(), revoked.invalidSince());
        }
    }

    /**
     * A certificate with what it says itself.
     *
     * @param certificate as in a list
     * @param subject whom it names
     * @param issuer who signed it
     * @param key kind of its key; empty for one that is not made here
     * @param fingerprint SHA-256, hexadecimal
     * @param pem the certificate
     */
    public record Details(
            Certificate certificate, String subject, String issuer, String key, String fingerprint, String pem) {
        static Details of(CertificateDetails details) {
            return new Details(
                    Certificate.of(details.line()),
                    details.subject(),
                    details.issuer(),
                    details.key(),
                    details.fingerprint().hex(),
                    details.pem());
        }
    }
}
