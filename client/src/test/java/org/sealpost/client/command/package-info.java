/** Tests of what lives in this package. */
@NullMarked
package org.sealpost.client.command;

import org.jspecify.annotations.NullMarked;
