package org.sealpost.transfer;

import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;

/**
 * A mailbox on its way.
 *
 * @param id the directory's immutable id, by which it is found again; 1 to 64 characters
 * @param address for people, not an identity
 * @param keys newest first, at most {@value #MOST_KEYS}
 */
public record MovedMailbox(String id, String address, List<MovedKey> keys) {
    /** The most keys of one mailbox. */
    public static final int MOST_KEYS = 100;

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_ADDRESS = 320;

    public MovedMailbox {
        keys = List.copyOf(keys);
    }

    static MovedMailbox decode(ASN1Encodable value) {
        Fields fields = Fields.of(value, 3);
        return new MovedMailbox(
                fields.text(LONGEST_ID), fields.text(LONGEST_ADDRESS), fields.list(MOST_KEYS, MovedKey::decode));
    }

    ASN1Encodable encode() {
        return Fields.sequence(Fields.text(id), Fields.text(address), Fields.list(keys, MovedKey::encode));
    }
}
