/**
 * How this server was started and what the organisation has chosen: formats, versions of them, and the parts every
 * use case is given (clock, randomness, database).
 */
@NullMarked
package org.sealpost.settings;

import org.jspecify.annotations.NullMarked;
