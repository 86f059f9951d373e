/** Tests of what lives in this package. */
@NullMarked
package org.sealpost.client.server;

import org.jspecify.annotations.NullMarked;
