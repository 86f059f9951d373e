/**
 * The security file (.epf): a mailbox's signing pair, the history of its encryption keys and its authority, sealed
 * under its owner's password, and how it comes into being. Guards the rule that a signing key exists nowhere else.
 */
@NullMarked
package org.sealpost.epf;

import org.jspecify.annotations.NullMarked;
