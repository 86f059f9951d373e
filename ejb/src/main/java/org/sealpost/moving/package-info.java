/**
 * People who move from one organisation to another: exporting mailboxes with their key history, sealed to the other Key
 * Manager's escrow, and importing them. Guards the rule that whoever exports loses nothing before the other Key Manager has
 * opened every key and says so, and that a key crosses only with enough officers at either end.
 */
@NullMarked
package org.sealpost.moving;

import org.jspecify.annotations.NullMarked;
