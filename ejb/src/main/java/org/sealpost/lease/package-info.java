/**
 * Which server is the organisation's one running Key Manager: taking the service, keeping it, losing it. Guards the rule
 * that only the holder works by itself, and only the holder writes keys.
 */
@NullMarked
package org.sealpost.lease;

import org.jspecify.annotations.NullMarked;
