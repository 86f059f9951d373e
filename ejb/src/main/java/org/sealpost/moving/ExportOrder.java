package org.sealpost.moving;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.pki.Certificates;
import org.sealpost.transfer.TransferFile;

/**
 * What an administrator asks for.
 *
 * @param addresses of the mailboxes that go
 * @param certificate the other Key Manager's transfer certificate, DER or PEM
 * @param fingerprint as the other organisation told it over another way
 * @param reason in the administrator's words
 * @param ticket number of a ticket; empty where the policy asks for none
 */
public record ExportOrder(
        @NotNull @Size(min = 1, max = TransferFile.MOST_MAILBOXES)
        List<@NotBlank @Size(max = 320) String> addresses,

        @NotNull @Size(min = 1, max = Certificates.LARGEST) byte[] certificate,
        @NotBlank @Size(max = 200) String fingerprint,
        @NotBlank @Size(max = ApprovalTerms.MAX_REASON) String reason,
        @NotNull @Size(max = ApprovalTerms.MAX_TICKET) String ticket) {
    /** Keeps copies. */
    public ExportOrder {
        addresses = List.copyOf(addresses);
        certificate = certificate.clone();
    }

    @Override
    public byte[] certificate() {
        return certificate.clone();
    }
}
