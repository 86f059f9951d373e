/**
 * New keys before the old ones run out, with the user's consent and no administrator. Guards the rule that a renewal
 * which breaks leaves the old keys working on both sides: nothing comes into force before its owner holds it safely.
 */
@NullMarked
package org.sealpost.renewal;

import org.jspecify.annotations.NullMarked;
