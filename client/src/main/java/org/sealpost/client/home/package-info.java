/**
 * Files of the client: saved connection, authorities, revocation lists, recipients' certificates. Guards the rule that each
 * is written whole or not at all, is readable by its owner only, and never holds a password.
 */
@NullMarked
package org.sealpost.client.home;

import org.jspecify.annotations.NullMarked;
