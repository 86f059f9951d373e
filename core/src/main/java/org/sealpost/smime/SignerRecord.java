package org.sealpost.smime;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerInfo;

/**
 * One SignerInfo of a message, read but not believed.
 *
 * @param asn1 the structure
 * @param attributes the signed attributes; empty when there are none
 */
record SignerRecord(SignerInfo asn1, List<Attribute> attributes) {

    static SignerRecord parse(byte[] encoded) {
        return GuardedDoor.parse("signer", () -> {
            SignerInfo asn1 = SignerInfo.getInstance(encoded);
            ASN1Set attributes = asn1.getAuthenticatedAttributes();
            return new SignerRecord(
                    asn1,
                    attributes == null
                            ? List.of()
                            : Arrays.stream(attributes.toArray())
                                    .map(Attribute::getInstance)
                                    .toList());
        });
    }

    /** The one value of an attribute; empty when it is missing, doubled or has more values (RFC 5652 section 11). */
    Optional<ASN1Encodable> value(ASN1ObjectIdentifier type) {
        List<Attribute> found =
                attributes.stream().filter(it -> it.getAttrType().equals(type)).toList();
        return found.size() == 1 && found.get(0).getAttrValues().size() == 1
                ? Optional.of(found.get(0).getAttrValues().getObjectAt(0))
                : Optional.empty();
    }

    Optional<byte[]> messageDigest() {
        return value(CMSAttributes.messageDigest)
                .map(it -> ASN1OctetString.getInstance(it).getOctets());
    }

    /** The time that the signer claims. */
    Optional<Instant> signedAt() {
        return value(CMSAttributes.signingTime).flatMap(it -> GuardedDoor.attempt(() -> SigningTime.decode(it)));
    }

    /** What the signature covers: the attributes as SET OF in DER (RFC 5652 section 5.4). */
    byte[] signedBytes() {
        return GuardedDoor.parse(
                "signer", () -> asn1.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER));
    }

    /** The certificate that is meant, by number or key identifier. */
    Optional<X509Certificate> find(Collection<X509Certificate> certificates) {
        ASN1Encodable name = asn1.getSID().getId();
        return certificates.stream()
                .filter(it -> name instanceof ASN1OctetString identifier
                        ? CertificateName.hasKeyIdentifier(it, identifier.getOctets())
                        : CertificateName.of(it).matches(IssuerAndSerialNumber.getInstance(name)))
                .findFirst();
    }
}
