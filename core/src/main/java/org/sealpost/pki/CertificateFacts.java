package org.sealpost.pki;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.GuardedParsing;

/** What a certificate says besides whose key it is: for those who have nothing but the certificate to ask. */
public final class CertificateFacts {
    private static final String WHAT = "certificate";

    private CertificateFacts() {}

    /**
     * What its owner's mail program reads (RFC 4262); empty when it does not say.
     *
     * @throws org.sealpost.crypto.BadEncoding when it says so in a broken way
     */
    public static Optional<Capabilities> reads(X509Certificate certificate) {
        return GuardedParsing.of(
                WHAT, () -> extension(certificate, PKCSObjectIdentifiers.pkcs_9_at_smimeCapabilities.getId())
                        .map(Capabilities::fromDer));
    }

    /**
     * Where its authority publishes complete revocation lists (RFC 5280 section 4.2.1.13): HTTP and HTTPS addresses only.
     *
     * @throws org.sealpost.crypto.BadEncoding when it says so in a broken way
     */
    public static List<URI> revocationLists(X509Certificate certificate) {
        return GuardedParsing.of(WHAT, () -> {
            Optional<byte[]> points = extension(certificate, Extension.cRLDistributionPoints.getId());
            return points.isEmpty()
                    ? List.of()
                    : addresses(CRLDistPoint.getInstance(ASN1Primitive.fromByteArray(points.get())));
        });
    }

    private static Optional<byte[]> extension(X509Certificate certificate, String identifier) {
        return Optional.ofNullable(certificate.getExtensionValue(identifier))
                .map(value -> ASN1OctetString.getInstance(value).getOctets());
    }

    private static List<URI> addresses(CRLDistPoint points) throws IOException {
        return Stream.of(points.getDistributionPoints())
                .map(DistributionPoint::getDistributionPoint)
                .filter(name -> name != null && name.getType() == DistributionPointName.FULL_NAME)
                .flatMap(name ->
                        Stream.of(GeneralNames.getInstance(name.getName()).getNames()))
                .filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
                .map(GeneralName::getName)
                .map(ASN1Encodable::toString)
                .filter(text -> text.startsWith("http://") || text.startsWith("https://"))
                .map(URI::create)
                .toList();
    }
}
