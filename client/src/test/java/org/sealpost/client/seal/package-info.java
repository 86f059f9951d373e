/** Tests of what lives in this package. */
@NullMarked
package org.sealpost.client.seal;

import org.jspecify.annotations.NullMarked;
