package org.sealpost.issuing;

import java.time.Instant;
import java.util.Optional;
import org.sealpost.model.CertificateStanding;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.RevokedSerial;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;

/**
 * One certificate in a list.
 *
 * @param serial its number
 * @param address the address that it names, in lower case
 * @param profile what its key is for
 * @param validity from when until when
 * @param standing where it stands now
 * @param revocation when it was revoked and why; empty when it was not
 */
public record CertificateLine(
        Serial serial,
        String address,
        CertificateProfile profile,
        Validity validity,
        CertificateStanding standing,
        Optional<RevokedSerial> revocation) {
    /** A certificate that was signed, as it stands at that instant. */
    public static CertificateLine of(IssuedCertificate certificate, Instant now) {
        return new CertificateLine(
                certificate.serial(),
                certificate.address(),
                certificate.profile(),
                new Validity(certificate.notBefore(), certificate.notAfter()),
                CertificateStanding.of(certificate, now),
                certificate.revocation());
    }

    /**
     * A span of validity.
     *
     * @param from first instant
     * @param until last instant
     */
    public record Validity(Instant from, Instant until) {}
}
