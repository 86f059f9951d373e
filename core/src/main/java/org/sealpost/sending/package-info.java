/**
 * What happens when a sender presses Send. Guards the rule that a message is never silently sent plain and nobody is
 * silently dropped: whatever the sender has not said is asked.
 */
@NullMarked
package org.sealpost.sending;

import org.jspecify.annotations.NullMarked;
