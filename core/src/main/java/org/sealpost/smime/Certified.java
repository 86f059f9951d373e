package org.sealpost.smime;

import java.security.cert.X509Certificate;
import java.util.List;
import org.sealpost.mime.Address;
import org.sealpost.pki.Certificates;

/** The mail addresses that a certificate vouches for, held against an author. */
final class Certified {

    private Certified() {}

    /** As written in the certificate; none when they cannot be read. */
    static List<String> addresses(X509Certificate certificate) {
        return GuardedDoor.attempt(() -> Certificates.addresses(certificate)).orElse(List.of());
    }

    /**
     * Whether one of them is the author's. Our own reading of addresses is lenient with what people type; a name that
     * needs such leniency is none that an authority has checked.
     */
    static boolean names(X509Certificate certificate, Address author) {
        return addresses(certificate).stream()
                .filter(it -> it.equals(it.strip()))
                .flatMap(it -> Address.find("", it).stream())
                .anyMatch(author::sameMailbox);
    }
}
