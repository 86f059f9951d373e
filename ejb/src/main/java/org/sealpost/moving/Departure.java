package org.sealpost.moving;

import java.util.Set;

/** What a receipt says of one mailbox that is leaving. */
enum Departure {
    /** The other Key Manager has every key that there is here. */
    COMPLETE,
    /** It has not got all that was sent. */
    NOT_ARRIVED,
    /** It has got all that was sent, but there is a further key here by now. */
    GROWN;

    /**
     * Compares by the certificates' serial numbers.
     *
     * @param here what is in escrow here
     * @param sent what was in the file
     * @param arrived what the receipt names
     */
    static Departure judge(Set<String> here, Set<String> sent, Set<String> arrived) {
        if (sent.isEmpty() || !arrived.containsAll(sent)) {
            return NOT_ARRIVED;
        }
        return arrived.containsAll(here) ? COMPLETE : GROWN;
    }
}
