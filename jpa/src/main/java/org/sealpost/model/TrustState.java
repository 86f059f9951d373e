package org.sealpost.model;

/** Whether another organisation's authority is trusted. */
public enum TrustState {
    /** Its signers count within the domains that are permitted to it. */
    TRUSTED,
    /** It was trusted once; its signers count no longer. */
    UNTRUSTED
}
