package org.sealpost.lint;

import static org.sealpost.lint.LintRule.shall;
import static org.sealpost.lint.LintRule.should;

import java.io.IOException;
import java.math.BigInteger;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Time;
import org.sealpost.crypto.BadEncoding;

/** Version, serial number, algorithms, times and the form of the extensions. */
final class FieldRules {
    private static final int VERSION_3 = 3;
    private static final int LONGEST_SERIAL = 20 * 8;
    private static final int LEAST_SERIAL = 64;
    private static final Duration LONGEST = Duration.ofDays(825);
    private static final Instant GENERALIZED_FROM = Instant.parse("2050-01-01T00:00:00Z");

    /** The algorithms of section 7.1.3.2, octet for octet. */
    private static final Set<String> SIGNATURES = Set.of(
            "300d06092a864886f70d01010b0500",
            "300d06092a864886f70d01010c0500",
            "300d06092a864886f70d01010d0500",
            "304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a06092a864886f70d010108300d06096086480"
                    + "165030402010500a203020120",
            "304106092a864886f70d01010a3034a00f300d06096086480165030402020500a11c301a06092a864886f70d010108300d06096086480"
                    + "165030402020500a203020130",
            "304106092a864886f70d01010a3034a00f300d06096086480165030402030500a11c301a06092a864886f70d010108300d06096086480"
                    + "165030402030500a203020140",
            "300a06082a8648ce3d040302",
            "300a06082a8648ce3d040303",
            "300a06082a8648ce3d040304",
            "300506032b6570",
            "300506032b6571");

    static final List<LintRule> ALL = List.of(
            shall("version-3", "RFC 5280 4.1.2.1", one -> one.version() == VERSION_3),
            shall("serial-positive", "RFC 5280 4.1.2.2", one -> one.serial().signum() > 0),
            shall("serial-length", "RFC 5280 4.1.2.2", one -> one.serial().bitLength() < LONGEST_SERIAL),
            should("serial-random", "SMIME BR 7.1", FieldRules::longEnough),
            shall("algorithms-agree", "RFC 5280 4.1.1.2", one -> one.inside().equals(one.outside())),
            shall("signature-algorithm", "SMIME BR 7.1.3.2", FieldRules::allowed),
            shall("issuer-present", "RFC 5280 4.1.2.4", one -> one.issuer().getRDNs().length > 0),
            shall("unique-ids", "RFC 5280 4.1.2.8", one -> !one.uniqueIds()),
            shall("time-form", "RFC 5280 4.1.2.5", one -> form(one.notBefore()) && form(one.notAfter())),
            shall("validity-order", "RFC 5280 4.1.2.5", one -> !instant(one.notAfter())
                    .isBefore(instant(one.notBefore()))),
            shall("validity-length", "SMIME BR 6.3.2", FieldRules::shortEnough),
            shall("extension-once", "RFC 5280 4.2", FieldRules::once),
            shall("extension-not-empty", "RFC 5280 4.2", FieldRules::filled));

    private FieldRules() {}

    /** Numbers of less than 64 bits cannot hold 64 random ones. */
    private static boolean longEnough(LintedCertificate one) {
        BigInteger serial = one.serial();
        return serial.signum() <= 0 || serial.bitLength() >= LEAST_SERIAL;
    }

    private static boolean allowed(LintedCertificate one) {
        try {
            return SIGNATURES.contains(HexFormat.of().formatHex(one.inside().getEncoded("DER")));
        } catch (IOException e) {
            throw new BadEncoding("certificate", e);
        }
    }

    /** To the second, in UTC, without fractions; two digits of the year until 2049. */
    private static boolean form(ASN1Primitive time) {
        if (time instanceof ASN1UTCTime utc) {
            return utc.getTime().length() == "yyMMddHHmmssGMT+00:00".length()
                    && utc.toString().matches("\\d{12}Z");
        }
        return time instanceof ASN1GeneralizedTime generalized
                && generalized.getTimeString().matches("\\d{14}Z")
                && !instant(time).isBefore(GENERALIZED_FROM);
    }

    private static Instant instant(ASN1Primitive time) {
        try {
            return time instanceof ASN1GeneralizedTime generalized
                    ? generalized.getDate().toInstant()
                    : Time.getInstance(time).getDate().toInstant();
        } catch (ParseException e) {
            throw new BadEncoding("certificate", e);
        }
    }

    /** Both ends count (RFC 5280 section 4.1.2.5). */
    private static boolean shortEnough(LintedCertificate one) {
        Duration validity = Duration.between(instant(one.notBefore()), instant(one.notAfter()))
                .plusSeconds(1);
        return validity.compareTo(LONGEST) <= 0;
    }

    private static boolean once(LintedCertificate one) {
        long different =
                one.extensions().stream().map(Extension::getExtnId).distinct().count();
        return different == one.extensions().size();
    }

    private static boolean filled(LintedCertificate one) {
        return one.extensions().stream()
                .allMatch(extension -> extension.getExtnValue().getOctetsLength() > 0);
    }
}
