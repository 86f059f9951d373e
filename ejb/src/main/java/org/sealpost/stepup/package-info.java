/**
 * One's own password once more before something sensitive. Guards the rule that an open session alone, left at a desk or
 * stolen, does nothing sensitive.
 */
@NullMarked
package org.sealpost.stepup;

import org.jspecify.annotations.NullMarked;
