package org.sealpost.model;

/** What opens the master key; the names are part of what its sealing is bound to. */
public enum OpeningKind {
    /** The start-up password. */
    PASSWORD,
    /** So many of the recovery shares. */
    SHARES,
    /** A key on a PKCS #11 token. */
    TOKEN
}
