package org.sealpost.jobs;

import java.util.List;
import java.util.stream.Collectors;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Negotiation.Shortfall;
import org.sealpost.model.JobReason;

/** Every reason why a job waits, is held or failed. The codes are keys of texts ({@code job.reason.<code>}). */
final class JobReasons {
    private JobReasons() {}

    /** The spool key is not in memory. */
    static JobReason spoolLocked() {
        return new JobReason("key-manager-locked", "");
    }

    /** These recipients have no encryption certificate in force. */
    static JobReason notSealable(List<String> addresses) {
        return new JobReason("not-sealable", String.join(", ", addresses));
    }

    /** The sender has none, and so could not read the own copy. */
    static JobReason senderNotSealable(String address) {
        return new JobReason("sender-not-sealable", address);
    }

    /** No format that the organisation writes is read by everybody who shares a copy. */
    static JobReason noCommonFormat(List<Shortfall> shortfalls) {
        return new JobReason(
                "no-common-format",
                shortfalls.stream().map(JobReasons::words).distinct().collect(Collectors.joining(", ")));
    }

    /** The agreed format is a historical one and the message carries no signature. */
    static JobReason signatureNeeded(EncryptionFormat format) {
        return new JobReason("signature-needed", format.displayName());
    }

    /** These recipients are outside and nothing carries mail there; everybody else and the sender have their copy. */
    static JobReason noRoute(List<String> addresses) {
        return new JobReason("no-route-outside", String.join(", ", addresses));
    }

    /** All attempts failed, the last one for this cause. */
    static JobReason attemptsFailed(String cause) {
        return new JobReason("attempts-failed", cause);
    }

    private static String words(Shortfall shortfall) {
        return shortfall.cannotRead().stream()
                .map(EncryptionFormat::displayName)
                .collect(Collectors.joining(", ", shortfall.address() + " (", ")"));
    }
}
