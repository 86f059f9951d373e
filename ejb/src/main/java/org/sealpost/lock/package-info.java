/**
 * The Key Manager's lock: set-up, the start-up password, and the keys that are in memory while it runs. Guards the rule
 * that nothing below the master key is ever on disk in clear.
 */
@NullMarked
package org.sealpost.lock;

import org.jspecify.annotations.NullMarked;
