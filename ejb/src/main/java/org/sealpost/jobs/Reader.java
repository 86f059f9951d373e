package org.sealpost.jobs;

import org.sealpost.crypto.Capabilities;
import org.sealpost.model.ContactKey;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.pki.Certificates;

/**
 * How somebody reads what is sealed to them.
 *
 * @param reads what their mail program understands
 * @param keyAlgorithm of their encryption key: RSA or EC
 */
record Reader(Capabilities reads, String keyAlgorithm) {

    static Reader of(IssuedCertificate certificate) {
        return new Reader(
                certificate.capabilities(),
                Certificates.parse(certificate.encoded()).getPublicKey().getAlgorithm());
    }

    static Reader of(ContactKey contact) {
        return new Reader(contact.reads(), contact.certificate().getPublicKey().getAlgorithm());
    }

    /** Whether they read with another program than ours. */
    boolean elsewhere() {
        return !reads.oaep();
    }
}
