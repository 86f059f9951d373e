package org.sealpost.web.mailbox;

import org.sealpost.model.Seal;

/** How a list marks a message's protection: always an icon, a tone and words together, never a colour alone. */
public enum SealMark {
    /** Neither signed nor encrypted. */
    PLAIN("pi-lock-open", "plain"),
    /** Signed only. */
    SIGNED("pi-verified", "good"),
    /** Encrypted only, as far as can be told before it is opened. */
    ENCRYPTED("pi-lock", "good"),
    /** Both. */
    SIGNED_AND_ENCRYPTED("pi-shield", "good");

    private final String icon;
    private final String tone;

    SealMark(String icon, String tone) {
        this.icon = icon;
        this.tone = tone;
    }

    /** The mark of a stored message. */
    public static SealMark of(Seal seal) {
        return valueOf(seal.name());
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
        return "seal." + name();
    }
}
