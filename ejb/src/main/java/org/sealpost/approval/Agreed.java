package org.sealpost.approval;

import org.sealpost.protocol.SealpostException;

/** What came of somebody's yes. */
public sealed interface Agreed {
    /**
     * It counts; more people are needed.
     *
     * @param missing how many, at least 1
     */
    record Waiting(int missing) implements Agreed {}

    /** It was the last one needed, and what was asked for is done. */
    record CarriedOut() implements Agreed {}

    /** It was the last one needed; now the requester does it. */
    record ForRequester() implements Agreed {}

    /**
     * It was the last one needed, but what was asked for cannot be done any more. The request is closed and nothing was
     * changed.
     */
    record Failed(SealpostException cause) implements Agreed {}
}
