package org.sealpost.contact;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.sealpost.crypto.Capabilities;
import org.sealpost.pki.Fingerprint;

/**
 * How the author of a signed message can be written to, for the owner of the mailbox to confirm.
 *
 * @param address of the author; the certificate names it
 * @param name of the author, may be the address
 * @param certificate to encrypt to
 * @param reads what the author's mail program announced
 * @param known whether exactly this certificate was confirmed before
 */
public record Offer(String address, String name, X509Certificate certificate, Capabilities reads, boolean known) {
    public Fingerprint fingerprint() {
        return Fingerprint.of(certificate);
    }

    public Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    public String issuer() {
        return certificate.getIssuerX500Principal().getName();
    }
}
