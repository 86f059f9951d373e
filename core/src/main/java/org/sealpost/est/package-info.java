/**
 * What travels by Enrolment over Secure Transport (RFC 7030, RFC 8951): requests read, certificates and keys written.
 * Guards the rule that everything that arrives is bounded before it is read.
 */
@NullMarked
package org.sealpost.est;

import org.jspecify.annotations.NullMarked;
