package org.sealpost.client.seal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.pki.CertificateFacts;

/**
 * Everybody a message goes to, and the organisation's formats.
 *
 * @param recipients groups as their members, each person once
 * @param policy what the organisation writes
 */
public record Correspondents(List<KnownRecipient> recipients, FormatPolicy policy) {
    public Correspondents {
        recipients = List.copyOf(recipients);
    }

    /** Those that cannot be sealed to. */
    public List<String> notEnabled() {
        return recipients.stream()
                .filter(one -> !one.status().enabled())
                .map(KnownRecipient::address)
                .toList();
    }

    /** What each one who can be sealed to reads, as the certificate says. */
    public Map<String, Capabilities> reads() {
        return recipients.stream()
                .filter(one -> one.certificate().isPresent())
                .collect(Collectors.toMap(
                        KnownRecipient::address,
                        one -> one.certificate()
                                .flatMap(CertificateFacts::reads)
                                .orElse(Capabilities.STANDARD),
                        (first, second) -> first));
    }
}
