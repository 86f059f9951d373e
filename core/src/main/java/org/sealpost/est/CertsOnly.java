package org.sealpost.est;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.sealpost.pki.Certificates;

/** Certificates in a CMS message that signs nothing (RFC 5652 section 5.2, RFC 7030 section 4.1.3). */
public final class CertsOnly {
    /** Its media type. */
    public static final String MEDIA_TYPE = "application/pkcs7-mime; smime-type=certs-only";

    private CertsOnly() {}

    /** In base64 with line breaks, as text. */
    public static byte[] base64(List<X509Certificate> certificates) {
        return text(der(certificates));
    }

    /** DER. */
    public static byte[] der(List<X509Certificate> certificates) {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        try {
            for (X509Certificate certificate : certificates) {
                generator.addCertificate(new X509CertificateHolder(Certificates.der(certificate)));
            }
            return generator.generate(new CMSAbsentContent()).getEncoded("DER");
        } catch (CMSException | IOException e) {
            throw new IllegalStateException("certificates encode", e);
        }
    }

    static byte[] text(byte[] octets) {
        String encoded = Base64.getMimeEncoder().encodeToString(octets) + "\r\n";
        return encoded.getBytes(StandardCharsets.US_ASCII);
    }
}
