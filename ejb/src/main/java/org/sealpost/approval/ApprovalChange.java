package org.sealpost.approval;

/**
 * An event: a request was made or has ended. Observe it after the transaction's success; the request itself tells which.
 *
 * @param request its number
 */
public record ApprovalChange(long request) {}
