/**
 * Revoking certificates, the signed revocation lists that say so, and signed answers about single certificates.
 * Guards the rule that a current list is always there to be served, in every state of the Key Manager.
 */
@NullMarked
package org.sealpost.revocation;

import org.jspecify.annotations.NullMarked;
