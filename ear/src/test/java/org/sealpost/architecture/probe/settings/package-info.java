/** Part of the probe: breaks rules on purpose. */
@NullMarked
package org.sealpost.architecture.probe.settings;

import org.jspecify.annotations.NullMarked;
