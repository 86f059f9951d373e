/**
 * Verbs that seal and open messages and files.
 */
@NullMarked
package org.sealpost.client.seal;

import org.jspecify.annotations.NullMarked;
