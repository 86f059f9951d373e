package org.sealpost.lock;

import java.net.URI;
import org.sealpost.pki.CertificateAuthority;

/** Where the authority's certificate and revocation list are published; the addresses go into every certificate. */
public final class Publication {
    /** Path of the revocation list, DER ({@code application/pkix-crl}, RFC 5280 section 4.2.1.13). */
    public static final String CRL_PATH = "/pki/sealpost.crl";

    /** Path of the root certificate, DER ({@code application/pkix-cert}, RFC 5280 section 4.2.2.1). */
    public static final String CERTIFICATE_PATH = "/pki/sealpost.cer";

    private Publication() {}

    static CertificateAuthority.Addresses under(URI httpUrl) {
        return new CertificateAuthority.Addresses(httpUrl.resolve(CRL_PATH), httpUrl.resolve(CERTIFICATE_PATH));
    }
}
