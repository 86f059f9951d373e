/**
 * Sealing and opening of mail: S/MIME 4.0 (RFC 8551) over CMS (RFC 5652, 5083, 5084, 5753, 2984), streaming and in
 * constant memory.
 * Rules guarded here: what was signed is never written anew, nothing is released before its integrity is checked, and
 * whatever bytes arrive, the answer is an opened message or one typed refusal.
 */
@NullMarked
package org.sealpost.smime;

import org.jspecify.annotations.NullMarked;
