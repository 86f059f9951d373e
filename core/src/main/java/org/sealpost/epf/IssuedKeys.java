package org.sealpost.epf;

import java.security.cert.X509Certificate;
import java.util.List;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.KeyRequest;

/**
 * What the Key Manager grants to an enrolment or a renewal, before it is sealed to the client's transport key.
 *
 * @param signing certificate for the client's own signing key; the one in force when a renewal keeps that key
 * @param encryption encryption keys with certificates, newest first; the older ones after a recovery; none when a
 *     renewal keeps the key in force
 * @param authorities certificates of the authorities
 */
public record IssuedKeys(X509Certificate signing, List<OwnedKey> encryption, List<X509Certificate> authorities)
        implements AutoCloseable {
    /** Keeps copies. */
    public IssuedKeys {
        encryption = List.copyOf(encryption);
        authorities = List.copyOf(authorities);
    }

    /** Seals to the transport key of a request; the reply opens only for that request. */
    public EnrolmentReply sealFor(KeyRequest request, Hpke hpke) {
        try (SecretBytes encoded = IssuedKeysEncoding.encode(this)) {
            return new EnrolmentReply(hpke.sealContent(
                    request.transportKey(),
                    IssuedKeysEncoding.INFO,
                    IssuedKeysEncoding.binding(request),
                    encoded.expose()));
        }
    }

    @Override
    public void close() {
        encryption.forEach(OwnedKey::close);
    }

    /** The signing certificate's serial number and a count only. */
    @Override
    public String toString() {
        return "IssuedKeys[" + signing.getSerialNumber().toString(16) + ", " + encryption.size() + " encryption keys]";
    }
}
