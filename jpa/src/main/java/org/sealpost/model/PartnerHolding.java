package org.sealpost.model;

import java.time.Instant;

/**
 * What an account has in force.
 *
 * @param account its id
 * @param certificates how many certificates
 * @param nextEnd when the first of them ends
 */
public record PartnerHolding(String account, long certificates, Instant nextEnd) {}
