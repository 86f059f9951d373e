package org.sealpost.cmp;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;

/** What a program may ask for that everybody may know (RFC 9483 section 4.3). */
public enum CmpQuestion {
    /** Certificates of the authorities. */
    AUTHORITIES(CMPObjectIdentifiers.id_it_caCerts, CMPObjectIdentifiers.id_it_caCerts),
    /** The root that follows the one that is known; there is none yet. */
    NEXT_ROOT(CMPObjectIdentifiers.id_it_rootCaCert, CMPObjectIdentifiers.id_it_rootCaKeyUpdate),
    /** The revocation list in force. */
    CURRENT_LIST(CMPObjectIdentifiers.it_currentCRL, CMPObjectIdentifiers.it_currentCRL),
    /** The revocation list, if it is newer than the one that is known. */
    NEWER_LIST(CMPObjectIdentifiers.id_it_crlStatusList, CMPObjectIdentifiers.id_it_crls);

    private final String asked;
    private final String answered;

    CmpQuestion(ASN1ObjectIdentifier asked, ASN1ObjectIdentifier answered) {
        this.asked = asked.getId();
        this.answered = answered.getId();
    }

    static Optional<CmpQuestion> of(ASN1ObjectIdentifier type) {
        return Arrays.stream(values())
                .filter(one -> one.asked.equals(type.getId()))
                .findFirst();
    }

    ASN1ObjectIdentifier answer() {
        return new ASN1ObjectIdentifier(answered);
    }
}
