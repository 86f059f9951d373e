package org.sealpost.model;

/** How far a certificate has come. */
public enum CertificateState {
    /** Its serial number is taken and what it will say is on record; not signed yet. */
    RECORDED,
    /** Signed for a renewal; its owner has not said yet that the key is safe. Nothing is sealed to it. */
    PREPARED,
    /** Signed and handed out. */
    ISSUED,
    /** On the revocation list. */
    REVOKED
}
