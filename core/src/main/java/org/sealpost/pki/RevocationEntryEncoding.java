package org.sealpost.pki;

import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509CRLEntry;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.pki.RevocationList.Entry;

/** One line of a revocation list, and instants as certificates and lists write them: DER (RFC 5280 section 5.1.2.6). */
final class RevocationEntryEncoding {
    private static final int LAST_SHORT_YEAR = 2049;
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RevocationEntryEncoding() {}

    static void write(Entry entry, OutputStream out) throws IOException {
        ASN1EncodableVector parts = new ASN1EncodableVector(3);
        parts.add(new ASN1Integer(entry.serial()));
        parts.add(time(entry.revokedAt()));
        ASN1EncodableVector extensions = new ASN1EncodableVector(2);
        if (entry.reason() != RevocationReason.UNSPECIFIED) {
            extensions.add(extension(
                    Extension.reasonCode, CRLReason.lookup(entry.reason().code())));
        }
        Optional<ASN1GeneralizedTime> invalid = entry.invalidSince().map(RevocationEntryEncoding::generalized);
        if (invalid.isPresent()) {
            extensions.add(extension(Extension.invalidityDate, invalid.get()));
        }
        if (extensions.size() > 0) {
            parts.add(new DERSequence(extensions));
        }
        new DERSequence(parts).encodeTo(out);
    }

    /** UTCTime until 2049, GeneralizedTime after, both to the second. */
    static ASN1Primitive time(Instant at) {
        return at.atOffset(ZoneOffset.UTC).getYear() <= LAST_SHORT_YEAR
                ? new DERUTCTime(SHORT.format(at))
                : generalized(at);
    }

    private static ASN1GeneralizedTime generalized(Instant at) {
        return new DERGeneralizedTime(LONG.format(at));
    }

    /** From when on the key may have been in other hands; empty where the list does not say, or not legibly. */
    static Optional<Instant> invalidSince(X509CRLEntry entry) {
        byte[] extension = entry.getExtensionValue(Extension.invalidityDate.getId());
        if (extension == null) {
            return Optional.empty();
        }
        try {
            byte[] value = ASN1OctetString.getInstance(extension).getOctets();
            return Optional.of(ASN1GeneralizedTime.getInstance(Asn1Bounds.parse(value, "revocation list"))
                    .getDate()
                    .toInstant());
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | ParseException e) {
            return Optional.empty();
        }
    }

    private static DERSequence extension(ASN1ObjectIdentifier id, ASN1Encodable value) throws IOException {
        return new DERSequence(new ASN1Encodable[] {
            id, new DEROctetString(value.toASN1Primitive().getEncoded())
        });
    }
}
