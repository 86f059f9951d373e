/**
 * Making key pairs ahead of need, issuing certificates, and finding those that were issued. Guards the order record,
 * escrow, sign, record: nothing is signed that is not on record, and no encryption certificate without its key in escrow.
 */
@NullMarked
package org.sealpost.issuing;

import org.jspecify.annotations.NullMarked;
