package org.sealpost.mime;

import java.util.Locale;
import org.sealpost.protocol.BadInput;

/** What was given as a mail address is none, or is longer than addresses may be: {@code invalid-address}. */
public final class InvalidAddress extends BadInput {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_LENGTH = 80;

    /** What is wrong with it. */
    public enum Reason {
        EMPTY,
        TOO_LONG,
        CONTROL_CHARACTER,
        SYNTAX
    }

    private final Reason reason;

    InvalidAddress(Reason reason, String given) {
        super(
                "invalid-address",
                shortened(given),
                reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    private static String shortened(String given) {
        String clean = HeaderText.clean(given);
        return clean.length() <= SHOWN_LENGTH ? clean : clean.substring(0, SHOWN_LENGTH) + "…";
    }
}
