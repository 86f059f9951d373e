/**
 * Everything that parses what strangers send, fed with damaged input: a fixed number of inputs in every build, and by
 * {@code src/bin/fuzz} with Jazzer for as long as wanted.
 * Rule guarded here: hostile input ends in a typed refusal, whatever it is.
 */
package org.sealpost.fuzz;
