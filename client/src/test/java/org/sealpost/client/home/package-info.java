/** Tests of what lives in this package. */
@NullMarked
package org.sealpost.client.home;

import org.jspecify.annotations.NullMarked;
