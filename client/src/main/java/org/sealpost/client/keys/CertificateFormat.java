package org.sealpost.client.keys;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.security.cert.X509Certificate;
import org.sealpost.pki.Certificates;

/** A certificate for programs. */
final class CertificateFormat {
    private CertificateFormat() {}

    static JsonObject json(X509Certificate certificate) {
        return builder(certificate).build();
    }

    static JsonObjectBuilder builder(X509Certificate certificate) {
        return Json.createObjectBuilder()
                .add("serial", certificate.getSerialNumber().toString(16))
                .add("subject", certificate.getSubjectX500Principal().getName())
                .add("issuer", certificate.getIssuerX500Principal().getName())
                .add("notBefore", certificate.getNotBefore().toInstant().toString())
                .add("notAfter", certificate.getNotAfter().toInstant().toString())
                .add("fingerprint", Certificates.fingerprint(certificate));
    }
}
