package org.sealpost.smime;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.sealpost.crypto.Capabilities;
import org.sealpost.mime.Address;

/**
 * What the signer of a message told about how to answer: the formats that their mail program reads (RFC 8551 section
 * 2.5.2) and the certificate to encrypt to (section 2.5.3). There is one only where every check of every signature is
 * good, for whoever could announce in another's name could talk everybody down to the weakest format.
 *
 * @param author whose it is: the one From address, which the signer's certificate names
 * @param capabilities as signed, else as the certificate tells (RFC 4262); empty when neither tells any. They may hold no
 *     format at all: then the program reads none that we write
 * @param encryption the certificate to encrypt answers to, which a trusted authority vouches for and which is in date, for
 *     encryption, the author's and not known to be revoked; empty when none came along
 * @param announcedAt the time of signing
 */
public record Announcement(
        Address author,
        Optional<Capabilities> capabilities,
        Optional<X509Certificate> encryption,
        Instant announcedAt) {

    /**
     * Whether this one counts more than what is remembered of the same author: only what was signed later does, so that
     * an old message sent again brings no old formats and keys back.
     */
    public boolean replaces(Announcement known) {
        return author.sameMailbox(known.author) && announcedAt.isAfter(known.announcedAt);
    }
}
