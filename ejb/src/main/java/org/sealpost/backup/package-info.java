/**
 * Backups of everything the database holds, made while all goes on, and restoring one into an empty server. Guards the
 * rule that a backup opens with what opened the Key Manager and with nothing else, and is restored whole or not at all.
 */
@NullMarked
package org.sealpost.backup;

import org.jspecify.annotations.NullMarked;
