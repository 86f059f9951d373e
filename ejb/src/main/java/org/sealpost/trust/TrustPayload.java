package org.sealpost.trust;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.ForeignAuthority;
import org.sealpost.pki.MailDomains;

/**
 * Trusting an authority as it waits for approval.
 *
 * @param encoded the certificate in Base64
 */
record TrustPayload(String encoded, MailDomains domains) {
    static TrustPayload of(ForeignAuthority authority, MailDomains domains) {
        return new TrustPayload(Base64.getEncoder().encodeToString(Certificates.der(authority.certificate())), domains);
    }

    static TrustPayload parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new TrustPayload(object.getString("certificate"), MailDomains.parse(object.getString("domains")));
        }
    }

    String json() {
        return Json.createObjectBuilder()
                .add("certificate", encoded)
                .add("domains", domains.toText())
                .build()
                .toString();
    }

    /** For people to look at, whatever became of it since. */
    X509Certificate certificate() {
        return Certificates.parse(Base64.getDecoder().decode(encoded));
    }

    /** @throws org.sealpost.pki.UnusableAuthority when it has run out since */
    ForeignAuthority authority(Providers providers, Instant now) {
        return ForeignAuthority.read(Base64.getDecoder().decode(encoded), providers, now);
    }
}
