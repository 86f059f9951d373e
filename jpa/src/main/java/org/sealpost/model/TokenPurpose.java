package org.sealpost.model;

/** What redeeming a token brings. */
public enum TokenPurpose {
    /** New signing and encryption pairs. */
    ENROL,
    /** New pairs and the whole history of encryption keys. */
    RECOVER
}
