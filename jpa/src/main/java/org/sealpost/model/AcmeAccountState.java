package org.sealpost.model;

/** Where an ACME account stands (RFC 8555 section 7.1.6). */
public enum AcmeAccountState {
    /** Its key counts. */
    VALID,
    /** Its owner has given it up, or an administrator has ended it; its key counts no more. */
    DEACTIVATED
}
