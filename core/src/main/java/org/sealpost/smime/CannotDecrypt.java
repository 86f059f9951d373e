package org.sealpost.smime;

import org.sealpost.protocol.BadInput;

/**
 * A message for us that cannot be decrypted. Deliberately the same whether the key block, the padding or the content
 * was wrong, and without a cause: telling them apart would let a sender decrypt messages by trial (RFC 3218).
 */
public final class CannotDecrypt extends BadInput {
    private static final long serialVersionUID = 1;

    CannotDecrypt() {
        super("cannot-decrypt");
    }
}
