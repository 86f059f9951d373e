/**
 * Messages that the Key Manager itself writes to people. Guards the rule that no notice ever holds a secret: it tells
 * what happened or what waits, and where to look.
 */
@NullMarked
package org.sealpost.notice;

import org.jspecify.annotations.NullMarked;
