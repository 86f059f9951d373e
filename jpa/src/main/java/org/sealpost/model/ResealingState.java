package org.sealpost.model;

/** Where the re-encryption of a mailbox's stored mail stands. */
public enum ResealingState {
    /** Somebody is at it. After a crash it is still said to be, and nobody is: whoever begins again goes on. */
    RUNNING,
    /** Its owner stopped it, to go on later. */
    PAUSED,
    /** The keys were put away in the middle: the password was forgotten, or its owner has logged out. */
    INTERRUPTED,
    /** Every message has had its turn. */
    FINISHED
}
