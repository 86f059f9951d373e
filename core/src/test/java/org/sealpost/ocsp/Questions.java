package org.sealpost.ocsp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** What clients send, as a foreign library writes it. */
public final class Questions {
    private Questions() {}

    /** About one certificate, by SHA-1, without a nonce. */
    public static byte[] plain(X509Certificate authority, BigInteger serial) {
        return by(OIWObjectIdentifiers.idSHA1, authority, serial);
    }

    /** About one certificate, by that hash. */
    static byte[] by(ASN1ObjectIdentifier hash, X509Certificate authority, BigInteger serial) {
        return build(new OCSPReqBuilder().addRequest(id(authority, serial, hash)));
    }

    /** About one certificate, with a nonce. */
    public static byte[] withNonce(X509Certificate authority, BigInteger serial, byte[] nonce) {
        return withExtension(authority, serial, extension(nonce));
    }

    /** About one certificate, with an extension of the whole request. */
    static byte[] withExtension(X509Certificate authority, BigInteger serial, Extension extension) {
        return build(new OCSPReqBuilder()
                .addRequest(id(authority, serial, OIWObjectIdentifiers.idSHA1))
                .setRequestExtensions(new Extensions(extension)));
    }

    /** About the first so many numbers. */
    public static byte[] many(X509Certificate authority, int count) {
        OCSPReqBuilder builder = new OCSPReqBuilder();
        for (int i = 1; i <= count; i++) {
            builder.addRequest(id(authority, BigInteger.valueOf(i), OIWObjectIdentifiers.idSHA1));
        }
        return build(builder);
    }

    private static Extension extension(byte[] nonce) {
        try {
            return Extension.create(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CertificateID id(X509Certificate authority, BigInteger serial, ASN1ObjectIdentifier hash) {
        try {
            return new CertificateID(
                    new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(hash)),
                    new JcaX509CertificateHolder(authority),
                    serial);
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] build(OCSPReqBuilder builder) {
        try {
            return builder.build().getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
