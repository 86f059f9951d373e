/** Changing what the organisation's mail is encrypted with. Guards the rule that enough people have agreed first. */
@NullMarked
package org.sealpost.formats;

import org.jspecify.annotations.NullMarked;
