/**
 * The assembled server and its launchers: that the set-up can be undone, and that a start which cannot succeed says why.
 * Guards that nobody starts Sealpost in production on defaults meant for a sample.
 */
@NullMarked
package org.sealpost.server;

import org.jspecify.annotations.NullMarked;
