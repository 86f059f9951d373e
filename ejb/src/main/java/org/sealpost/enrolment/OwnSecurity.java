package org.sealpost.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.crypto.MailProgram;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.CertificateState;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.MailboxOptions;
import org.sealpost.model.MailboxState;
import org.sealpost.model.RevokedSerial;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.RevocationReason;

/**
 * Advanced Security of one mailbox, as its security page shows it.
 *
 * @param entry what the directory says
 * @param state where it stands
 * @param options the user's choice for new messages
 * @param program with what the user reads sealed mail
 * @param tokenExpiresAt until when the token that is out can be redeemed; empty when none is
 * @param certificates every certificate, newest first
 * @param fileOnServer whether the user left the security file on the server
 */
public record OwnSecurity(
        DirectoryEntry entry,
        MailboxState state,
        MailboxOptions options,
        MailProgram program,
        Optional<Instant> tokenExpiresAt,
        List<CertificateLine> certificates,
        boolean fileOnServer) {

    /**
     * A certificate with its dates.
     *
     * @param reason why it was revoked; empty when it was not
     */
    public record CertificateLine(
            CertificateProfile profile,
            Serial serial,
            CertificateState state,
            Instant notBefore,
            Instant notAfter,
            Optional<RevocationReason> reason) {
        static CertificateLine of(IssuedCertificate certificate) {
            return new CertificateLine(
                    certificate.profile(),
                    certificate.serial(),
                    certificate.state(),
                    certificate.notBefore(),
                    certificate.notAfter(),
                    certificate.revocation().map(RevokedSerial::reason));
        }
    }
}
