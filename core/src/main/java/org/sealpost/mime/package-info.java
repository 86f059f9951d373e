/**
 * Mail as RFC 5322 and MIME write it: guarding against hostile structure, reading, showing and composing.
 * Rule guarded here: whatever bytes arrive, the answer is a message or a typed refusal within bounded memory and
 * time, and nothing that a person types can become a header line of its own.
 */
@NullMarked
package org.sealpost.mime;

import org.jspecify.annotations.NullMarked;
