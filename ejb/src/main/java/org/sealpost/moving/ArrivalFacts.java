package org.sealpost.moving;

import org.sealpost.model.ArrivalState;

/**
 * What is known of a mailbox in a file.
 *
 * @param whole whether each of its keys has the form of one, with a certificate that can belong to it
 * @param again whether the file has named it before
 * @param known whether the directory has a person with its id
 * @param conflict whether a key of another mailbox, or with another certificate, has a serial number of one of its keys
 * @param keys how many it brings
 * @param here how many of these are in escrow already
 * @param others how many other keys it has in escrow
 */
record ArrivalFacts(boolean whole, boolean again, boolean known, boolean conflict, int keys, int here, int others) {
    ArrivalState judge() {
        if (!whole) {
            return ArrivalState.DAMAGED;
        }
        if (again) {
            return ArrivalState.TWICE;
        }
        if (!known) {
            return ArrivalState.UNKNOWN;
        }
        if (conflict) {
            return ArrivalState.DAMAGED;
        }
        if (here == keys) {
            return ArrivalState.ALREADY_HERE;
        }
        return here + others > 0 ? ArrivalState.HAS_KEYS : ArrivalState.READY;
    }
}
