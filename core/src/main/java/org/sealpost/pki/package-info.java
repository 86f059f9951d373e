/**
 * Key pairs, the organisation's certification authority, the two S/MIME certificate profiles, revocation lists and the
 * checks on a certificate. Guards the rule that a signing key and an encryption key never share a certificate.
 */
@NullMarked
package org.sealpost.pki;

import org.jspecify.annotations.NullMarked;
