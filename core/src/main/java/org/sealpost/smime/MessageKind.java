package org.sealpost.smime;

/** What a message is from the outside, told by its header alone (RFC 8551 section 3.9). */
public enum MessageKind {
    /** Neither signed nor encrypted as a whole. */
    PLAIN,
    /** Signed and readable: clear, or opaque without encryption around it. */
    SIGNED,
    /** Encrypted; whether it is signed inside shows only when it is opened. */
    ENCRYPTED
}
