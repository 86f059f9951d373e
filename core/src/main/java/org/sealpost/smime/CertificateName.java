package org.sealpost.smime;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * The name by which CMS points at a certificate: issuer and serial number (RFC 5652 section 10.2.4).
 * The issuer is kept in the bytes of the certificate, because other programs compare bytes.
 */
record CertificateName(byte[] issuer, BigInteger serialNumber) {

    static CertificateName of(X509Certificate certificate) {
        return new CertificateName(certificate.getIssuerX500Principal().getEncoded(), certificate.getSerialNumber());
    }

    IssuerAndSerialNumber toAsn1() {
        return new IssuerAndSerialNumber(X500Name.getInstance(issuer), serialNumber);
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
