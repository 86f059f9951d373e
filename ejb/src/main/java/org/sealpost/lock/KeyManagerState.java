package org.sealpost.lock;

/** What the Key Manager can do now. */
public enum KeyManagerState {
    /** There is none yet. */
    NOT_SET_UP,
    /** The start-up password was not given since the server started: mail can be handed over but waits. */
    LOCKED,
    /** Everything works. */
    RUNNING,
    /** Stopped by an administrator: mail goes on, enabling, enrolment, revocation and recovery do not. */
    STOPPED,
    /** Another server holds the service: mail goes on here too, everything that needs the keys is done there. */
    PASSIVE
}
