/**
 * Requests that programs may send again, because they gave them a key: done once, answered as often as they are asked.
 * Guards the rule that nothing of an answer is kept in clear.
 */
@NullMarked
package org.sealpost.repeat;

import org.jspecify.annotations.NullMarked;
