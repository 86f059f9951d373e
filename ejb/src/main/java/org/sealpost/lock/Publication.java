package org.sealpost.lock;

import java.net.URI;
import org.sealpost.pki.CertificateAuthority;

/** Where the authority's certificate, its revocation lists and its answers are published; the addresses go into every certificate. */
public final class Publication {
    /** Path of the revocation list, DER ({@code application/pkix-crl}, RFC 5280 section 4.2.1.13). */
    public static final String CRL_PATH = "/pki/sealpost.crl";

    /** Path of the delta list to it (RFC 5280 section 5.2.4). */
    public static final String DELTA_CRL_PATH = "/pki/sealpost-delta.crl";

    /** Path of the responder that answers about single certificates (RFC 6960 appendix A); a request by GET follows it. */
    public static final String OCSP_PATH = "/pki/ocsp";

    /** Path of the root certificate, DER ({@code application/pkix-cert}, RFC 5280 section 4.2.2.1). */
    public static final String CERTIFICATE_PATH = "/pki/sealpost.cer";

    /** Path under which certificates are looked up by address; no certificate names it. */
    public static final String LOOKUP_PATH = "/pki/certificates";

    private Publication() {}

    static CertificateAuthority.Addresses under(URI httpUrl) {
        return new CertificateAuthority.Addresses(
                httpUrl.resolve(CRL_PATH),
                httpUrl.resolve(DELTA_CRL_PATH),
                httpUrl.resolve(OCSP_PATH),
                httpUrl.resolve(CERTIFICATE_PATH));
    }
}
