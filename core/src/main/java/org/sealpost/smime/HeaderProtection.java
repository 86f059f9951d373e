package org.sealpost.smime;

/** Whether a message's header fields go inside its seal too, and what of them stays readable outside (RFC 9788). */
public enum HeaderProtection {
    /** They stay outside alone, where everybody on the way can read and change them. */
    NONE(""),
    /** For messages that are signed only: inside as well, so that a change outside shows. */
    CLEAR("clear"),
    /** For encrypted messages: inside as well, and all of them outside too (section 3.2.1, hcp_no_confidentiality). */
    SHOWN("cipher"),
    /** For encrypted messages: the subject is {@code [...]} outside, keywords and comments are only inside (hcp_baseline). */
    BASELINE("cipher");

    /** What stands outside instead of a hidden subject (RFC 9788 section 3.2.1). */
    public static final String HIDDEN_SUBJECT = "[...]";

    private final String parameter;

    HeaderProtection(String parameter) {
        this.parameter = parameter;
    }

    /** Value of the parameter {@code hp} of the content's type. */
    String parameter() {
        return parameter;
    }
}
