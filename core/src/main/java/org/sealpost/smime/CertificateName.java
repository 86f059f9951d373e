package org.sealpost.smime;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * The name by which CMS points at a certificate: issuer and serial number (RFC 5652 section 10.2.4).
 * The issuer is kept in the bytes of the certificate, because other programs compare bytes.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
record CertificateName(byte[] issuer, BigInteger serialNumber) {

    static CertificateName of(X509Certificate certificate) {
        return new CertificateName(certificate.getIssuerX500Principal().getEncoded(), certificate.getSerialNumber());
    }

    IssuerAndSerialNumber toAsn1() {
        return new IssuerAndSerialNumber(X500Name.getInstance(issuer), serialNumber);
    }

    /** Whether a message means this certificate; programs write the same name in different encodings. */
    boolean matches(IssuerAndSerialNumber other) {
        return serialNumber.equals(other.getSerialNumber().getValue())
                && X500Name.getInstance(issuer).equals(other.getName());
    }

    /** Whether a certificate carries this subjectKeyIdentifier (RFC 5280 section 4.2.1.2). */
    static boolean hasKeyIdentifier(X509Certificate certificate, byte[] keyIdentifier) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (extension == null) {
            return false;
        }
        return GuardedDoor.parse(
                "certificate",
                () -> Arrays.equals(
                        keyIdentifier,
                        SubjectKeyIdentifier.getInstance(
                                        ASN1OctetString.getInstance(extension).getOctets())
                                .getKeyIdentifier()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateName name
                && serialNumber.equals(name.serialNumber)
                && Arrays.equals(issuer, name.issuer);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(issuer) + serialNumber.hashCode();
    }

    @Override
    public String toString() {
        return serialNumber.toString(16);
    }
}
