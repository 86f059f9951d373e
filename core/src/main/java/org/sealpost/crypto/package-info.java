/**
 * Content formats and the policy that chooses among them, providers, secrets in memory, key wrapping and password
 * hardening. Guards the rules that nothing is written below the organisation's floor and that secrets are wiped.
 */
@NullMarked
package org.sealpost.crypto;

import org.jspecify.annotations.NullMarked;
