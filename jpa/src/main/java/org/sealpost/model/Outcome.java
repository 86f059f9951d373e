package org.sealpost.model;

/** How an audited act ended. */
public enum Outcome {
    SUCCESS,
    /** Refused or failed; nothing was changed. */
    FAILURE
}
