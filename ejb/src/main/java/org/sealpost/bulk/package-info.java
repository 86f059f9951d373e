/**
 * The same thing done to many mailboxes: tried dry first, then one mailbox in one transaction, resumed after any
 * interruption. Guards the rule that each mailbox has its turn once, and that tokens waiting to be taken are never
 * readable in the database.
 */
@NullMarked
package org.sealpost.bulk;

import org.jspecify.annotations.NullMarked;
