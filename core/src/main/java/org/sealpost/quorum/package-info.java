/**
 * A secret key that several people hold together: shared over P-256, used without ever being put together again.
 * Guards the rule that nothing opens with fewer contributions than the quorum, that every contribution is proved, and
 * that it serves one request and one ciphertext only.
 */
@NullMarked
package org.sealpost.quorum;

import org.jspecify.annotations.NullMarked;
