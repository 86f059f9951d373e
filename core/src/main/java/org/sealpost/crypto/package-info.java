/**
 * Content formats and the policy that chooses among them, providers, key wrapping and password hardening.
 * Guards the rule that nothing is written below the organisation's floor.
 */
@NullMarked
package org.sealpost.crypto;

import org.jspecify.annotations.NullMarked;
