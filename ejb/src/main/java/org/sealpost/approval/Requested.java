package org.sealpost.approval;

/** What came of asking. */
public sealed interface Requested {
    /** Number of the request. */
    long request();

    /** Nobody else is needed: it is done. */
    record CarriedOut(long request) implements Requested {}

    /**
     * Others have to agree first; nothing has happened yet.
     *
     * @param people how many
     */
    record Waiting(long request, int people) implements Requested {}
}
