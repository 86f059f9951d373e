package org.sealpost.smime;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;

/** The outermost layer of every CMS message: what is inside (RFC 5652 section 3). */
final class CmsType {

    private static final int LARGEST_IDENTIFIER = 64;

    private CmsType() {}

    /** Reads the type, and enters the structure of that type. */
    static ASN1ObjectIdentifier read(BerReader reader) throws IOException {
        reader.enter(Der.SEQUENCE);
        byte[] encoded = reader.element(LARGEST_IDENTIFIER);
        reader.enter(Der.constructed(0));
        reader.enter(Der.SEQUENCE);
        return GuardedDoor.parse("cms", () -> ASN1ObjectIdentifier.getInstance(encoded));
    }

    /**
     * S/MIME puts MIME entities inside, never other CMS directly (RFC 8551 section 3.1).
     *
     * @throws UnknownFormat when an encoded content type is another one
     */
    static void requireData(byte[] contentType) {
        ASN1ObjectIdentifier type = GuardedDoor.parse("cms", () -> ASN1ObjectIdentifier.getInstance(contentType));
        if (!type.equals(CMSObjectIdentifiers.data)) {
            throw new UnknownFormat(type.getId());
        }
    }
}
