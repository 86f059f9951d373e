package org.sealpost.web.mailbox;

import java.util.Optional;
import org.sealpost.pki.Finding;

/** How a list warns of a signature that did not hold when the message was opened last. */
public enum SignatureMark {
    /** A check failed. */
    BROKEN("pi-times-circle", "bad"),
    /** Not everything could be checked. */
    UNCLEAR("pi-question-circle", "warn");

    private final String icon;
    private final String tone;

    SignatureMark(String icon, String tone) {
        this.icon = icon;
        this.tone = tone;
    }

    /** The warning for what was found; empty for a good signature, for none, and before it was looked at. */
    static Optional<SignatureMark> of(Optional<Finding.Outcome> found) {
        return found.flatMap(outcome -> switch (outcome) {
            case FAILED -> Optional.of(BROKEN);
            case UNKNOWN -> Optional.of(UNCLEAR);
            case OK -> Optional.empty();
        });
    }

    public String getIcon() {
        return icon;
    }

    /** Suffix of a style class. */
    public String getTone() {
        return tone;
    }

    /** Key of the words. */
    public String getTextKey() {
        return "list.signature." + name();
    }
}
