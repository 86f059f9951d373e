/** Puts beans together for tests as the container does, on a real database and with real keys. */
@NullMarked
package org.sealpost.assembly;

import org.jspecify.annotations.NullMarked;
