package org.sealpost.pki;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;

/**
 * A revocation list that a foreign authority signed, complete for everybody whom the authority certified.
 *
 * @param crl read and checked
 */
public record ForeignList(X509CRL crl) {
    /** The longest list that is taken, in bytes: about 250 000 entries. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private static final String WHAT = "revocation list";

    /**
     * Reads DER or PEM. A list that has outlived its time is taken: it still says who was revoked, and its age is shown.
     *
     * @param authority whose list it must be
     * @throws BadEncoding when it is no revocation list
     * @throws UnusableList when it is too long, signed by somebody else, covers a part only, or was made in the future
     */
    public static ForeignList read(byte[] derOrPem, X509Certificate authority, Providers providers, Instant now) {
        if (derOrPem.length > LARGEST) {
            throw UnusableList.tooLong(LARGEST / (1024 * 1024));
        }
        X509CRL crl = Certificates.parseCrl(derOrPem);
        return GuardedParsing.of(WHAT, () -> {
            if (!complete(crl)) {
                throw UnusableList.incomplete();
            }
            if (!new TrustedChains(providers, List.of()).signed(crl, authority)) {
                throw UnusableList.bySomebodyElse(crl.getIssuerX500Principal().getName());
            }
            Instant made = crl.getThisUpdate().toInstant();
            if (made.isAfter(now.plus(CLOCK_DIFFERENCE))) {
                throw UnusableList.fromFuture(made);
            }
            return new ForeignList(crl);
        });
    }

    /** Neither a delta list nor one of some certificates or some reasons only (RFC 5280 section 5.2.5). */
    private static boolean complete(X509CRL crl) {
        if (crl.getExtensionValue(Extension.deltaCRLIndicator.getId()) != null) {
            return false;
        }
        byte[] scope = crl.getExtensionValue(Extension.issuingDistributionPoint.getId());
        if (scope == null) {
            return true;
        }
        IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(
                Asn1Bounds.parse(ASN1OctetString.getInstance(scope).getOctets(), WHAT));
        return !point.isIndirectCRL()
                && !point.onlyContainsAttributeCerts()
                && !point.onlyContainsCACerts()
                && point.getOnlySomeReasons() == null;
    }

    /** Its number (RFC 5280 section 5.2.3); empty when it has none. */
    public Optional<BigInteger> number() {
        return GuardedParsing.of(WHAT, () -> {
            byte[] number = crl.getExtensionValue(Extension.cRLNumber.getId());
            return number == null
                    ? Optional.empty()
                    : Optional.of(ASN1Integer.getInstance(
                                    ASN1OctetString.getInstance(number).getOctets())
                            .getPositiveValue());
        });
    }

    /** When it was made. */
    public Instant thisUpdate() {
        return crl.getThisUpdate().toInstant();
    }

    /** When the next one comes at the latest; empty when it does not say. */
    public Optional<Instant> nextUpdate() {
        return Optional.ofNullable(crl.getNextUpdate()).map(Date::toInstant);
    }

    /** How many certificates are revoked by it. */
    public int entries() {
        return crl.getRevokedCertificates() == null
                ? 0
                : crl.getRevokedCertificates().size();
    }

    /** DER. */
    public byte[] encoded() {
        return Certificates.der(crl);
    }
}
