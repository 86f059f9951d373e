package org.sealpost.approval;

import org.sealpost.model.Act;

/**
 * What was carried out, for the audit log.
 *
 * @param subject whom or what it was done to
 * @param details further values, never secret; may be empty
 */
public record Done(Act act, String subject, String details) {}
