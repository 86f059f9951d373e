package org.sealpost.model;

/** For whom a mailbox's keys were packed. */
public enum PackagePurpose {
    /** For the owner, who enrols again with the code as token. */
    RECOVERY,
    /** For somebody who may read the mailbox by law. */
    RELEASE,
    /** For the owner, whose program takes certificate and encryption key in two steps with one token. */
    DELIVERY
}
