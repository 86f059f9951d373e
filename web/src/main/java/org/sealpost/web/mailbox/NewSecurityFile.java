package org.sealpost.web.mailbox;

/**
 * What an enrolment leaves its owner with. It holds the only signing key: whatever else fails, its owner gets it.
 *
 * @param epf the sealed security file
 * @param lost whether its owner wanted it kept on the server, too, and the server could not keep it
 */
@SuppressWarnings("ArrayRecordComponent") // made once and handed over
record NewSecurityFile(byte[] epf, boolean lost) {}
