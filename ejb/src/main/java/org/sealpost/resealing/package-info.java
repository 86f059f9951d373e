/**
 * Stored mail put into new envelopes by its owners, after the organisation has changed its format. Guards the rules that
 * only the owner's own unlocked session does it, that nothing inside an envelope changes, and that the old octets stay
 * until the new ones were opened and compared.
 */
@NullMarked
package org.sealpost.resealing;

import org.jspecify.annotations.NullMarked;
