package org.sealpost.smime;

import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.Set;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;

/**
 * How somebody outside may be written to, taken from a message that he signed. Nobody vouches for it: it counts only when
 * the fingerprint of the certificate was compared by hand.
 *
 * @param certificate to encrypt to; it names the author's address
 * @param reads what the author's mail program says that it reads; historical formats are left out, because they go
 *     between our own mailboxes only
 */
public record CorrespondentKey(X509Certificate certificate, Capabilities reads) {

    /** Leaves historical formats out. */
    public CorrespondentKey {
        Set<EncryptionFormat> formats = EnumSet.noneOf(EncryptionFormat.class);
        reads.formats().stream().filter(format -> !format.historical()).forEach(formats::add);
        reads = new Capabilities(formats, reads.oaep());
    }
}
