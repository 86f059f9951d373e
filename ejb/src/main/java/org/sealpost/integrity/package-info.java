/**
 * Checking that what the Key Manager keeps belongs together: escrowed keys, certificates, lists, the audit chain.
 * Guards the rule that no encryption certificate stands without its escrowed key unnoticed.
 */
@NullMarked
package org.sealpost.integrity;

import org.jspecify.annotations.NullMarked;
