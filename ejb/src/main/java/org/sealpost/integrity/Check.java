package org.sealpost.integrity;

/** One thing that is looked at. */
public enum Check {
    /** Each escrowed key has the form of a sealed key. */
    ESCROW_FORM,
    /** Each escrowed key belongs to an encryption certificate of the same mailbox. */
    ESCROW_BOUND,
    /** Each encryption certificate has its escrowed key. */
    ESCROW_THERE,
    /** Each certificate was signed by the authority and is the one that its row names. */
    CERTIFICATE_CHAIN,
    /** Each certificate in force breaks no rule that forbids issuing. */
    CERTIFICATE_RULES,
    /** The revocation list is signed by the authority and in date. */
    REVOCATION_LIST,
    /** No entry of the audit log was changed, put in or taken out. */
    AUDIT_CHAIN,
    /** Each key of the Key Manager hangs under a version of the master key that every way opens. */
    KEY_HIERARCHY,
    /** Each pair made ahead opens. */
    STOCK
}
