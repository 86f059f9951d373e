package org.sealpost.issuing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.List;
import org.sealpost.lint.CertificateLint;
import org.sealpost.lint.LintFinding;
import org.sealpost.lint.LintProfile;
import org.sealpost.lint.LintReport;
import org.sealpost.pki.Certificates;

/** Shows by which rules certificates are measured before they are issued, and measures any other by them. */
@Stateless
@RolesAllowed({"km-admin", "auditor"})
public class LintService {
    /**
     * Looks at a certificate, whoever issued it.
     *
     * @param derOrPem the certificate
     * @throws org.sealpost.crypto.BadEncoding when it is none
     */
    public LintReport check(byte[] derOrPem, LintProfile profile) {
        return CertificateLint.check(Certificates.octets(derOrPem), profile);
    }

    /** Every rule that counts in a profile. */
    public List<LintFinding> rules(LintProfile profile) {
        return CertificateLint.rules(profile);
    }
}
