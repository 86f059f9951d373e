/**
 * Certificates for programs that are not ours: they enrol, renew and revoke through the standard protocols CMP and EST.
 * Guards the rule that a caller without a login gets exactly what its token or its signing key vouches for, through the
 * same transactions as everybody else.
 */
@NullMarked
package org.sealpost.certification;

import org.jspecify.annotations.NullMarked;
