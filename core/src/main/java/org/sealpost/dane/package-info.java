/**
 * What an organisation may put into the domain name system about its mailboxes (DANE for S/MIME, RFC 8162). Guards the
 * rule that a record holds nothing but what was hashed, encoded or checked here, so that no address can add a line.
 */
@NullMarked
package org.sealpost.dane;

import org.jspecify.annotations.NullMarked;
