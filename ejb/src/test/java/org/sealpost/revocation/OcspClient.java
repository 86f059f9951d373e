package org.sealpost.revocation;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.sealpost.pki.RevocationReason;

/** What a client sends and reads, with a foreign library. */
final class OcspClient {
    private OcspClient() {}

    /** A question about certificates of that authority, without a nonce. */
    static byte[] ask(X509Certificate authority, BigInteger... serials) {
        return build(authority, new OCSPReqBuilder(), serials);
    }

    static byte[] askWithNonce(byte[] nonce, X509Certificate authority, BigInteger serial) throws IOException {
        Extension extension =
                Extension.create(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce));
        return build(authority, new OCSPReqBuilder().setRequestExtensions(new Extensions(extension)), serial);
    }

    /** The first so many numbers. */
    static BigInteger[] numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private static byte[] build(X509Certificate authority, OCSPReqBuilder builder, BigInteger... serials) {
        try {
            for (BigInteger serial : serials) {
                builder.addRequest(new CertificateID(
                        new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
                        new JcaX509CertificateHolder(authority),
                        serial));
            }
            return builder.build().getEncoded();
        } catch (OCSPException | OperatorCreationException | CertificateException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The first status in words, after the signatures of answer and delegate were checked: {@code good}, {@code unknown}
     * or {@code revoked}, the reason, and from when on it is not to be trusted.
     */
    static String status(byte[] answer, X509Certificate authority) {
        try {
            BasicOCSPResp basic = basic(answer);
            X509CertificateHolder delegate = basic.getCerts()[0];
            JcaContentVerifierProviderBuilder verifiers = new JcaContentVerifierProviderBuilder();
            if (!delegate.isSignatureValid(verifiers.build(authority))
                    || !basic.isSignatureValid(verifiers.build(delegate))) {
                return "forged";
            }
            return words(basic.getResponses()[0]);
        } catch (OCSPException | OperatorCreationException | CertificateException | CertException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String words(SingleResp one) throws ParseException {
        if (one.getCertStatus() instanceof RevokedStatus revoked) {
            String reason = "revoked " + RevocationReason.values()[revoked.getRevocationReason()];
            Extension since = one.getExtension(Extension.invalidityDate);
            return since == null
                    ? reason
                    : reason + " since "
                            + ASN1GeneralizedTime.getInstance(since.getParsedValue())
                                    .getDate()
                                    .toInstant();
        }
        return one.getCertStatus() instanceof UnknownStatus ? "unknown" : "good";
    }

    /** How many certificates it is about. */
    static int count(byte[] answer) {
        return basic(answer).getResponses().length;
    }

    /** The nonce that came back. */
    static Optional<byte[]> nonce(byte[] answer) {
        return Optional.ofNullable(basic(answer).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                .map(extension ->
                        ASN1OctetString.getInstance(extension.getParsedValue()).getOctets());
    }

    private static BasicOCSPResp basic(byte[] answer) {
        try {
            return (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
