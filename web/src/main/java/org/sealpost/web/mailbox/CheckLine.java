package org.sealpost.web.mailbox;

import org.sealpost.pki.Finding;
import org.sealpost.smime.SignatureCheck;

/**
 * One check of a signature in words.
 *
 * @param kind what was asked
 * @param outcome good, bad or unclear; the last is never shown as good
 * @param text the answer
 */
public record CheckLine(SignatureCheck.Kind kind, Finding.Outcome outcome, String text) {

    public String icon() {
        return switch (outcome) {
            case OK -> "pi-check-circle";
            case FAILED -> "pi-times-circle";
            case UNKNOWN -> "pi-question-circle";
        };
    }
}
