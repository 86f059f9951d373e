package org.sealpost.model;

/** Where a mailbox of an export stands. */
public enum DepartureState {
    /** Everything is as before; the other Key Manager may or may not have the keys. */
    LEAVING,
    /** The other Key Manager has confirmed that it has the whole history; the certificates are revoked here. */
    MOVED
}
