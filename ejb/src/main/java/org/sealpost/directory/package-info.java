/**
 * The corporate directory, read over LDAP: who has a mailbox, under which name and address, and who is in a group.
 * Guards the rules that a mailbox is known by the directory's immutable id, that whatever the directory answers ends
 * in an entry or a typed refusal, and that no database transaction waits for it.
 */
@NullMarked
package org.sealpost.directory;

import org.jspecify.annotations.NullMarked;
