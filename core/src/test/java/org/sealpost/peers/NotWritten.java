package org.sealpost.peers;

/** Another program has no way to write this, so there is nothing to be read. */
final class NotWritten extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotWritten(String what) {
        super(what);
    }
}
