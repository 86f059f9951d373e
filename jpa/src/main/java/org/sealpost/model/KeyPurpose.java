package org.sealpost.model;

/** What a key that hangs under the master key is for; part of what its wrapping is bound to. */
public enum KeyPurpose {
    /** Private key of the certificate authority. */
    CERTIFICATE_AUTHORITY,
    /** Private key that opens escrowed keys. */
    ESCROW,
    /** Private key that opens messages waiting in the spool. */
    SPOOL,
    /** Secret key that authenticates the audit chain. */
    AUDIT,
    /** Secret key under which the stock of pairs made ahead is wrapped. */
    KEY_POOL,
    /** Secret key from which the keys of backups are derived. */
    BACKUP
}
