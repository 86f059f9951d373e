package org.sealpost.web.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Finding;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.ProtectedHeaders;
import org.sealpost.smime.SealState;
import org.sealpost.smime.SignatureStatus;
import org.sealpost.web.Moments;

/** Puts into words how a message was protected: one verdict, never better than its weakest line. */
@RequestScoped
public class ProtectionWords {

    @Inject
    MailTexts texts;

    @Inject
    Moments moments;

    /** The banner of an opened message. */
    Protection of(OpenedMessage message) {
        SealState seal = message.sealState();
        List<SignatureStatus> signatures = message.signatures();
        Finding.Outcome outcome = message.signatureOutcome().orElse(Finding.Outcome.OK);
        List<SignatureLines> lines = new ArrayList<>();
        for (SignatureStatus signature : signatures) {
            lines.add(SignatureLines.of(lines.size() + 1, signature, texts, moments));
        }
        return new Protection(
                tone(seal, signatures, outcome),
                icon(seal, signatures, outcome),
                List.of(encryption(seal), signature(signatures, outcome)),
                texts.of("banner." + verdict(seal, signatures, outcome) + ".text"),
                message.protectedHeaders().map(this::header).orElse(""),
                lines);
    }

    private String header(ProtectedHeaders headers) {
        if (headers.authorDiffers()) {
            return texts.of("banner.header.differs");
        }
        return texts.of(headers.hidden().contains("subject") ? "banner.header.hidden" : "banner.header.protected");
    }

    private static String verdict(SealState seal, List<SignatureStatus> signatures, Finding.Outcome outcome) {
        if (outcome != Finding.Outcome.OK) {
            return outcome == Finding.Outcome.FAILED ? "bad" : "unclear";
        }
        if (seal.weak()) {
            return "weak";
        }
        if (signatures.isEmpty()) {
            return seal.encrypted() ? "encryptedonly" : "plain";
        }
        return seal.encrypted() ? "both" : "signedonly";
    }

    private static String tone(SealState seal, List<SignatureStatus> signatures, Finding.Outcome outcome) {
        return switch (verdict(seal, signatures, outcome)) {
            case "bad" -> "bad";
            case "unclear", "weak" -> "warn";
            case "plain" -> "plain";
            case "encryptedonly" -> "info";
            default -> "good";
        };
    }

    private static String icon(SealState seal, List<SignatureStatus> signatures, Finding.Outcome outcome) {
        return switch (verdict(seal, signatures, outcome)) {
            case "bad", "weak" -> "pi-exclamation-triangle";
            case "unclear" -> "pi-question-circle";
            case "plain" -> "pi-lock-open";
            case "both" -> "pi-shield";
            case "signedonly" -> "pi-verified";
            default -> "pi-lock";
        };
    }

    private Protection.Words encryption(SealState seal) {
        return seal.format()
                .map(format -> new Protection.Words(
                        "pi-lock",
                        texts.of(seal.weak() ? "banner.encrypted.weak" : "banner.encrypted", format.displayName())))
                .orElseGet(() -> new Protection.Words("pi-lock-open", texts.of("banner.notencrypted")));
    }

    private Protection.Words signature(List<SignatureStatus> signatures, Finding.Outcome outcome) {
        if (signatures.isEmpty()) {
            return new Protection.Words("pi-minus-circle", texts.of("banner.notsigned"));
        }
        return switch (outcome) {
            case FAILED -> new Protection.Words("pi-times-circle", texts.of("banner.signed.bad"));
            case UNKNOWN -> new Protection.Words("pi-question-circle", texts.of("banner.signed.unclear"));
            case OK -> new Protection.Words("pi-verified", signer(signatures.get(0)));
        };
    }

    private String signer(SignatureStatus signature) {
        return signature
                .signer()
                .map(certificate -> texts.of(
                        "banner.signed",
                        DistinguishedName.commonName(
                                certificate.getSubjectX500Principal().getName()),
                        String.join(", ", Certificates.addresses(certificate))))
                .orElse("");
    }
}
