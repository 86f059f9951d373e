package org.sealpost.model;

/** A stored message that was left as it was, and why. */
public record RefusedMessage(StoredMessage message, ResealingRefusal refusal) {}
