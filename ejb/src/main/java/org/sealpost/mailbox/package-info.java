/**
 * The web mailbox: deciding how a message may be sent, sending it, listing and opening what arrived.
 * Guards the rule that nothing of a sealed message is kept in clear, and that every mailbox is its owner's alone.
 */
@NullMarked
package org.sealpost.mailbox;

import org.jspecify.annotations.NullMarked;
