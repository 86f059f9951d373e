package org.sealpost.certification;

import java.time.Instant;
import org.sealpost.cmp.CmpMessage;
import org.sealpost.cmp.CmpReply;
import org.sealpost.cmp.CmpSigner;

/**
 * A message and what answers it.
 *
 * @param message as it arrived
 * @param signer the Key Manager's own signature
 * @param nonce that the program has to repeat
 * @param at when it arrived
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Exchange(CmpMessage message, CmpSigner signer, byte[] nonce, Instant at) {
    CmpReply reply() {
        return new CmpReply(message, new CmpReply.Terms(signer.key().certificate(), signer.authority(), nonce, at));
    }
}
