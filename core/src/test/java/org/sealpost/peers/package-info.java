/**
 * Other people's mail programs, driven by their own commands: what they do with our mail and keys, and we with theirs.
 * Rule guarded here: the table of {@code src/doc/interoperability.md} says what is true, cell by cell.
 */
package org.sealpost.peers;
