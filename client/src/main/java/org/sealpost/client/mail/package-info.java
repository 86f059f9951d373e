/**
 * Verbs for the mailbox on the server: sending, listing, answering. Guards the rule that messages are signed, encrypted and
 * opened here, so that the server sees neither a password nor the text of a sealed message.
 */
@NullMarked
package org.sealpost.client.mail;

import org.jspecify.annotations.NullMarked;
