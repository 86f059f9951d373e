package org.sealpost.integrity;

/**
 * A repair that is possible now.
 *
 * @param count how many it would mend
 */
public record Proposal(Repair repair, long count) {}
