/** Classes that break each rule of the house once, so that a rule that finds nothing here is itself broken. */
@NullMarked
package org.sealpost.architecture.probe;

import org.jspecify.annotations.NullMarked;
