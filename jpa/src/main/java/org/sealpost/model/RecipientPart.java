package org.sealpost.model;

/** In which list of the message a recipient stands. */
public enum RecipientPart {
    TO,
    CC,
    /** Gets a copy of its own, sealed to nobody else, so that nothing in another copy shows it. */
    BCC
}
