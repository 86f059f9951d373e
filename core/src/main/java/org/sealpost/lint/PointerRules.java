package org.sealpost.lint;

import static org.sealpost.lint.LintRule.shall;
import static org.sealpost.lint.LintRule.should;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Where the revocation list, the responder and the authority's certificate are found. */
final class PointerRules {
    private static final String LISTS = "SMIME BR 7.1.2.3 b";
    private static final String ACCESS = "SMIME BR 7.1.2.3 c";

    static final List<LintRule> ALL = List.of(
            shall("list-present", LISTS, one -> one.has(Extension.cRLDistributionPoints)),
            should("list-critical", LISTS, one -> !one.critical(Extension.cRLDistributionPoints)),
            shall(
                    "list-address",
                    LISTS,
                    one -> !one.has(Extension.cRLDistributionPoints)
                            || lists(one).anyMatch(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)),
            shall("list-scheme", LISTS, one -> lists(one).allMatch(PointerRules::overHttp)),
            should("access-present", ACCESS, one -> one.has(Extension.authorityInfoAccess)),
            shall("access-critical", ACCESS, one -> !one.critical(Extension.authorityInfoAccess)),
            shall("responder-scheme", ACCESS, one -> access(one, AccessDescription.id_ad_ocsp)
                    .allMatch(PointerRules::overHttp)),
            shall("issuer-scheme", ACCESS, one -> access(one, AccessDescription.id_ad_caIssuers)
                    .allMatch(PointerRules::overHttp)),
            should(
                    "issuer-address",
                    ACCESS,
                    one -> !one.has(Extension.authorityInfoAccess)
                            || access(one, AccessDescription.id_ad_caIssuers)
                                    .findAny()
                                    .isPresent()));

    private PointerRules() {}

    private static Stream<GeneralName> lists(LintedCertificate one) {
        return one.value(Extension.cRLDistributionPoints, CRLDistPoint::getInstance)
                .map(points -> Arrays.stream(points.getDistributionPoints()))
                .orElse(Stream.empty())
                .map(DistributionPoint::getDistributionPoint)
                .filter(name -> name != null && name.getType() == DistributionPointName.FULL_NAME)
                .flatMap(name ->
                        Arrays.stream(GeneralNames.getInstance(name.getName()).getNames()));
    }

    private static Stream<GeneralName> access(LintedCertificate one, ASN1ObjectIdentifier method) {
        return one.value(Extension.authorityInfoAccess, AuthorityInformationAccess::getInstance)
                .map(access -> Arrays.stream(access.getAccessDescriptions()))
                .orElse(Stream.empty())
                .filter(description -> description.getAccessMethod().equals(method))
                .map(AccessDescription::getAccessLocation);
    }

    /** Names that are no addresses of the web have no scheme. */
    private static boolean overHttp(GeneralName name) {
        return name.getTagNo() != GeneralName.uniformResourceIdentifier
                || name.getName().toString().toLowerCase(Locale.ROOT).startsWith("http://");
    }
}
