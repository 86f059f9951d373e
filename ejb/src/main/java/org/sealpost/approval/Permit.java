package org.sealpost.approval;

import java.util.OptionalLong;

/**
 * That the caller may do it now.
 *
 * @param request the request to which everyone agreed; empty when the policy needs nobody else
 */
public record Permit(OptionalLong request) {}
