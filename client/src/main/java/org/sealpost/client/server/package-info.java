/**
 * Talking to the Key Manager over HTTPS. Guards the rule that only the given authority is trusted, that answers are
 * bounded, and that no password of a security file ever travels.
 */
@NullMarked
package org.sealpost.client.server;

import org.jspecify.annotations.NullMarked;
