/**
 * Authorities of other organisations: trusting one for some mail domains when enough people agree, trusting it no longer
 * at once, and its revocation list, uploaded or fetched. Guards the rule that nobody else's authority ever vouches for
 * an address at a domain of our own.
 */
@NullMarked
package org.sealpost.trust;

import org.jspecify.annotations.NullMarked;
