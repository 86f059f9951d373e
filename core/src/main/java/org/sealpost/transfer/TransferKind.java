package org.sealpost.transfer;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** What is signed; the kind is under the signature, so that neither passes for the other or for any other message. */
public enum TransferKind {
    /** Mailboxes with their keys. */
    KEYS("2.25.150476435906311622925688639212643532451"),
    /** What has arrived of them. */
    RECEIPT("2.25.142175994210125442465693880078798568202");

    @SuppressWarnings("ImmutableEnumChecker") // an object identifier never changes
    private final ASN1ObjectIdentifier type;

    /** @param type content type in the arc of UUIDs (ITU-T X.667) */
    TransferKind(String type) {
        this.type = new ASN1ObjectIdentifier(type);
    }

    ASN1ObjectIdentifier type() {
        return type;
    }
}
