package org.sealpost.model;

/** What became of a token. */
public enum TokenState {
    /** Can be redeemed until it expires. */
    LIVE,
    /** Redeemed. */
    SPENT,
    /** A newer token took its place, or an administrator took it back. */
    WITHDRAWN,
    /** Too many wrong tries. */
    EXHAUSTED
}
