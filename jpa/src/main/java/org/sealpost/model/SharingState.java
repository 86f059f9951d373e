package org.sealpost.model;

/** Where a sharing of the escrow key stands. */
public enum SharingState {
    /** The officers of the sharing before are dealing their shares out to the new ones. */
    PROPOSED,
    /** Its officers open what is sealed to this version of the escrow key. */
    ACTIVE,
    /** Another sharing took its place, or nothing is sealed to its version any more; its shares are gone. */
    ENDED,
    /** It never came into force. */
    DROPPED
}
