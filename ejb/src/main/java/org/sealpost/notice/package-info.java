/**
 * Messages that the Key Manager itself writes to people. Guards the rule that no notice ever holds a secret: it tells
 * what happened or what waits, and where to look. Tokens are no notices: where mail is allowed for them, their own feature
 * writes them with the same pen.
 */
@NullMarked
package org.sealpost.notice;

import org.jspecify.annotations.NullMarked;
