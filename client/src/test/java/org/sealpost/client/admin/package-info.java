/** Tests of what lives in this package. */
@NullMarked
package org.sealpost.client.admin;

import org.jspecify.annotations.NullMarked;
