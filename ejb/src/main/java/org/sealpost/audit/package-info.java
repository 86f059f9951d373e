/**
 * The log of every sensitive act, hash-chained. Guards the rule that each act leaves exactly one entry, failures as
 * well as successes, and that entries cannot be changed unnoticed.
 */
@NullMarked
package org.sealpost.audit;

import org.jspecify.annotations.NullMarked;
