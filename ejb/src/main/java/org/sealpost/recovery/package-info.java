/**
 * Recovery officers: who they are, how the escrow key is shared among them, and what they open together. Guards the rule
 * that an escrowed key opens only when enough officers have each contributed with their own password.
 */
@NullMarked
package org.sealpost.recovery;

import org.jspecify.annotations.NullMarked;
