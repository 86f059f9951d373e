/** Tests of the command line: people at a terminal, written down as scripts, and a Key Manager that runs beside them. */
@NullMarked
package org.sealpost.client;

import org.jspecify.annotations.NullMarked;
