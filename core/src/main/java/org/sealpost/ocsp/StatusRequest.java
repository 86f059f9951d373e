package org.sealpost.ocsp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;

/**
 * What a client asks (RFC 6960 section 4.1). A signature over the request is not looked at: everybody may ask.
 *
 * @param certificates about which ones, 1 to {@value #MOST}
 * @param nonce to be repeated in the answer, 1 to {@value #LONGEST_NONCE} octets (RFC 9654 section 2.1)
 */
public record StatusRequest(List<CertificateId> certificates, Optional<byte[]> nonce) {
    /** The largest request that is read, in octets. */
    public static final int LARGEST = 10 * 1024;

    /** The most certificates that one request may ask about; the lightweight profile asks about one. */
    public static final int MOST = 16;

    /** The longest nonce, in octets. */
    public static final int LONGEST_NONCE = 128;

    private static final String WHAT = "OCSP request";

    public StatusRequest {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads a request.
     *
     * @throws BadEncoding when it is none, is larger than {@link #LARGEST}, asks about none or too many, holds a nonce of
     *     no length or too long a one, or an extension that is critical and not known
     */
    public static StatusRequest parse(byte[] der) {
        if (der.length > LARGEST) {
            throw new BadEncoding(WHAT);
        }
        return GuardedParsing.of(WHAT, () -> {
            TBSRequest asked =
                    OCSPRequest.getInstance(Asn1Bounds.parse(der, WHAT)).getTbsRequest();
            return new StatusRequest(certificates(asked), nonce(asked.getRequestExtensions()));
        });
    }

    private static List<CertificateId> certificates(TBSRequest asked) {
        int size = asked.getRequestList().size();
        if (size == 0 || size > MOST) {
            throw new BadEncoding(WHAT);
        }
        return Arrays.stream(asked.getRequestList().toArray())
                .map(StatusRequest::certificate)
                .toList();
    }

    private static CertificateId certificate(ASN1Encodable one) {
        Request request = Request.getInstance(one);
        requireKnown(request.getSingleRequestExtensions());
        return new CertificateId(request.getReqCert());
    }

    private static Optional<byte[]> nonce(Extensions extensions) {
        requireKnown(extensions);
        Extension found = extensions == null ? null : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (found == null) {
            return Optional.empty();
        }
        byte[] nonce = ASN1OctetString.getInstance(found.getParsedValue()).getOctets();
        if (nonce.length == 0 || nonce.length > LONGEST_NONCE) {
            throw new BadEncoding(WHAT);
        }
        return Optional.of(nonce);
    }

    /** What is critical and not understood is not to be passed over (RFC 6960 section 4.4). */
    private static void requireKnown(Extensions extensions) {
        if (extensions == null) {
            return;
        }
        for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
            if (!critical.equals(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)
                    && !critical.equals(OCSPObjectIdentifiers.id_pkix_ocsp_response)) {
                throw new BadEncoding(WHAT);
            }
        }
    }
}
