package org.sealpost.smime;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.cms.Time;

/**
 * The signed attribute that tells when a message was signed (RFC 5652 section 11.3). The usual form goes without the
 * platform's old date formats, which take longer than a digest.
 */
final class SigningTime {

    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2049;
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ADJUSTED =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'GMT'xxx", Locale.ROOT);

    private SigningTime() {}

    /** UTCTime for the years that it can tell, GeneralizedTime for others. */
    static byte[] encode(Instant at) {
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        boolean fits = year >= FIRST_YEAR && year <= LAST_YEAR;
        return Der.encode(fits ? new DERUTCTime(SHORT.format(at)) : new DERGeneralizedTime(LONG.format(at)));
    }

    /** @throws IllegalArgumentException or another unchecked exception when it is no time */
    static Instant decode(ASN1Encodable value) {
        if (value instanceof ASN1UTCTime time) {
            return ADJUSTED.parse(time.getAdjustedTime(), Instant::from);
        }
        return Time.getInstance(value).getDate().toInstant();
    }
}
