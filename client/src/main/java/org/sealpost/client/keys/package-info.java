/**
 * Verbs about the security file: getting it, renewing it, its password, what is in it.
 */
@NullMarked
package org.sealpost.client.keys;

import org.jspecify.annotations.NullMarked;
