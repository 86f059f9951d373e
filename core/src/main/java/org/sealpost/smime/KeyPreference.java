package org.sealpost.smime;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.RecipientKeyIdentifier;

/** The signed attribute that names the certificate to encrypt answers to (RFC 8551 section 2.5.3). */
final class KeyPreference {

    private static final int ISSUER_AND_SERIAL = 0;
    private static final int RECIPIENT_KEY = 1;
    private static final int SUBJECT_KEY = 2;

    private KeyPreference() {}

    /** The value of the attribute: by issuer and serial number, as every program reads it. */
    static byte[] encode(X509Certificate certificate) {
        return Der.encode(new DERTaggedObject(
                false, ISSUER_AND_SERIAL, CertificateName.of(certificate).toAsn1()));
    }

    /** The certificate that a value means; empty when it is not among these, or the value is none. */
    static Optional<X509Certificate> find(ASN1Encodable value, Collection<X509Certificate> certificates) {
        return GuardedDoor.attempt(() -> certificates.stream()
                        .filter(it -> matches(ASN1TaggedObject.getInstance(value, BERTags.CONTEXT_SPECIFIC), it))
                        .findFirst())
                .flatMap(found -> found);
    }

    private static boolean matches(ASN1TaggedObject value, X509Certificate certificate) {
        return switch (value.getTagNo()) {
            case ISSUER_AND_SERIAL ->
                CertificateName.of(certificate)
                        .matches(IssuerAndSerialNumber.getInstance(value.getBaseUniversal(false, BERTags.SEQUENCE)));
            case RECIPIENT_KEY ->
                CertificateName.hasKeyIdentifier(
                        certificate,
                        RecipientKeyIdentifier.getInstance(value, false)
                                .getSubjectKeyIdentifier()
                                .getOctets());
            case SUBJECT_KEY ->
                CertificateName.hasKeyIdentifier(
                        certificate, ASN1OctetString.getInstance(value, false).getOctets());
            default -> false;
        };
    }
}
