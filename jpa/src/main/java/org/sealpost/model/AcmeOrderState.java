package org.sealpost.model;

import java.util.Set;

/**
 * How far an order has come. It has one authorization with one challenge, so that the three states of RFC 8555 section
 * 7.1.6 follow from this one.
 */
public enum AcmeOrderState {
    /** The challenge is out; neither has the partner said that it is answered, nor has a mail come. */
    OFFERED("pending", "pending", "pending"),
    /** The partner says that the challenge is answered; the mail is waited for. */
    ACCEPTED("pending", "pending", "processing"),
    /** The right mail has come; the partner has not said so yet. */
    ANSWERED("pending", "pending", "pending"),
    /** The partner reads and writes at the address; the certificate may be asked for. */
    PROVEN("ready", "valid", "valid"),
    /** The certificate is there. */
    ISSUED("valid", "valid", "valid"),
    /** The answer was wrong, or the challenge could not be sent. */
    FAILED("invalid", "invalid", "invalid"),
    /** The partner has given the authorization up. */
    DROPPED("invalid", "deactivated", "invalid"),
    /** Time ran out before a certificate was asked for. */
    EXPIRED("invalid", "expired", "invalid");

    /** What may still become a certificate. */
    public static final Set<AcmeOrderState> OPEN = Set.of(OFFERED, ACCEPTED, ANSWERED, PROVEN);

    private final String order;
    private final String authorization;
    private final String challenge;

    AcmeOrderState(String order, String authorization, String challenge) {
        this.order = order;
        this.authorization = authorization;
        this.challenge = challenge;
    }

    /** Status of the order. */
    public String order() {
        return order;
    }

    /** Status of its authorization. */
    public String authorization() {
        return authorization;
    }

    /** Status of its challenge. */
    public String challenge() {
        return challenge;
    }

    /** Whether it may still become a certificate. */
    public boolean open() {
        return OPEN.contains(this);
    }

    /** Whether an answer to the challenge is waited for. */
    public boolean awaits() {
        return this == OFFERED || this == ACCEPTED;
    }
}
