/**
 * Certificates for partners outside the directory: ACME for S/MIME (RFC 8555, RFC 8823). Guards the rules that a partner gets
 * a certificate for an address only after having shown twice, with one account's key, that it reads and writes there; that
 * nobody's address of our own is certified this way; and that nothing happens at all unless the operator wants it.
 */
@NullMarked
package org.sealpost.acme;

import org.jspecify.annotations.NullMarked;
