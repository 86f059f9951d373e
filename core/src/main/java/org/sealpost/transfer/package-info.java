/**
 * What two Key Managers exchange when people move from one organisation to the other: the keys, each sealed to the other's
 * escrow, and the receipt for them. Guards the rule that neither is looked at before the signature under it is checked.
 */
@NullMarked
package org.sealpost.transfer;

import org.jspecify.annotations.NullMarked;
