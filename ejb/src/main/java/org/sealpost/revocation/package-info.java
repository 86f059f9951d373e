/**
 * Revoking certificates and the signed revocation list that says so.
 * Guards the rule that a current list is always there to be served, in every state of the Key Manager.
 */
@NullMarked
package org.sealpost.revocation;

import org.jspecify.annotations.NullMarked;
