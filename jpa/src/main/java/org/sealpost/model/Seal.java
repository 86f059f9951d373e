package org.sealpost.model;

/** How a stored message is protected, as far as its sender's job knows without opening it. */
public enum Seal {
    PLAIN,
    /** Readable by anybody; carries a signature. */
    SIGNED,
    ENCRYPTED,
    SIGNED_AND_ENCRYPTED;

    /** The seal of a message with these two properties. */
    public static Seal of(boolean signed, boolean encrypted) {
        if (encrypted) {
            return signed ? SIGNED_AND_ENCRYPTED : ENCRYPTED;
        }
        return signed ? SIGNED : PLAIN;
    }

    /** Whether it takes a password to read it. */
    public boolean encrypted() {
        return this == ENCRYPTED || this == SIGNED_AND_ENCRYPTED;
    }

    public boolean signed() {
        return this == SIGNED || this == SIGNED_AND_ENCRYPTED;
    }
}
