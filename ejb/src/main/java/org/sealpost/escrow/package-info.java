/**
 * Encryption keys in trust of the organisation. Guards the rule that only {@link org.sealpost.escrow.KeyEscrow} opens
 * one, and that none is opened but for its own mailbox and certificate.
 */
@NullMarked
package org.sealpost.escrow;

import org.jspecify.annotations.NullMarked;
