package org.sealpost.pki;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.GuardedParsing;

/** Where a certificate says that revocation lists are (RFC 5280 section 4.2.1.13). */
final class DistributionPoints {
    private static final int MOST = 8;
    private static final String WHAT = "distribution points";

    private DistributionPoints() {}

    /**
     * Those over plain HTTP that give the whole list, in the certificate's order.
     *
     * @throws org.sealpost.crypto.BadEncoding when the extension is broken
     */
    static List<URI> of(X509Certificate certificate) {
        return GuardedParsing.of(WHAT, () -> {
            byte[] extension = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
            if (extension == null) {
                return List.of();
            }
            byte[] value = ASN1OctetString.getInstance(extension).getOctets();
            List<URI> found = new ArrayList<>();
            for (DistributionPoint point :
                    CRLDistPoint.getInstance(Asn1Bounds.parse(value, WHAT)).getDistributionPoints()) {
                if (point.getReasons() == null && point.getCRLIssuer() == null) {
                    addresses(point.getDistributionPoint(), found);
                }
            }
            return found.stream().distinct().limit(MOST).toList();
        });
    }

    private static void addresses(DistributionPointName name, List<URI> found) {
        if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
            Arrays.stream(GeneralNames.getInstance(name.getName()).getNames())
                    .filter(one -> one.getTagNo() == GeneralName.uniformResourceIdentifier)
                    .flatMap(one -> ListAddress.find(one.getName().toString()).stream())
                    .map(ListAddress::uri)
                    .forEach(found::add);
        }
    }
}
