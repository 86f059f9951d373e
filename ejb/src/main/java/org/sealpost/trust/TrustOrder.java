package org.sealpost.trust;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.pki.Certificates;

/**
 * What an administrator asks for.
 *
 * @param certificate the authority's, DER or PEM
 * @param fingerprint as the other organisation told it over another way
 * @param domains for which mail domains it may vouch, with white space or commas between
 * @param reason in the administrator's words
 * @param ticket number of a ticket; empty where the policy asks for none
 */
public record TrustOrder(
        @NotNull @Size(min = 1, max = Certificates.LARGEST) byte[] certificate,
        @NotBlank @Size(max = 200) String fingerprint,
        @NotBlank @Size(max = 14_000) String domains,
        @NotBlank @Size(max = ApprovalTerms.MAX_REASON) String reason,
        @NotNull @Size(max = ApprovalTerms.MAX_TICKET) String ticket) {
    /** Keeps a copy. */
    public TrustOrder {
        certificate = certificate.clone();
    }

    @Override
    public byte[] certificate() {
        return certificate.clone();
    }
}
