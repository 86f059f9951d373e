package org.sealpost.smime;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMEAttributes;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateProfile;

/**
 * What is the same in every signature of one signer, encoded once.
 *
 * @param name issuer and serial number of the certificate
 * @param certificates all that are sent along
 * @param constantAttributes signed attributes that depend on the signer alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Signer(byte[] name, byte[] certificates, List<byte[]> constantAttributes) {

    static Signer of(
            X509Certificate certificate, List<X509Certificate> others, Capabilities capabilities, Providers providers) {
        Set<X509Certificate> all = new LinkedHashSet<>();
        all.add(certificate);
        all.addAll(others);
        try {
            List<byte[]> encoded = new ArrayList<>();
            for (X509Certificate one : all) {
                encoded.add(one.getEncoded());
            }
            return new Signer(
                    Der.encode(CertificateName.of(certificate).toAsn1()),
                    Der.setOf(Der.constructed(0), encoded),
                    constants(certificate, others, capabilities, providers));
        } catch (CertificateEncodingException e) {
            throw new BadEncoding("certificate", e);
        }
    }

    /** All signed attributes as DER SET OF, with those of one message. */
    byte[] attributes(byte[]... ofMessage) {
        List<byte[]> all = new ArrayList<>(constantAttributes);
        all.addAll(List.of(ofMessage));
        return Der.setOf(Der.SET, all);
    }

    private static List<byte[]> constants(
            X509Certificate certificate, List<X509Certificate> others, Capabilities capabilities, Providers providers)
            throws CertificateEncodingException {
        List<byte[]> constants = new ArrayList<>(List.of(
                attribute(CMSAttributes.contentType, Der.encode(CMSObjectIdentifiers.data)),
                attribute(SMIMEAttributes.smimeCapabilities, capabilities.toDer()),
                attribute(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        signingCertificate(sha256(certificate.getEncoded(), providers)))));
        others.stream()
                .filter(Signer::forEncryption)
                .findFirst()
                .ifPresent(it -> constants.add(attribute(SMIMEAttributes.encrypKeyPref, KeyPreference.encode(it))));
        return constants;
    }

    private static byte[] attribute(ASN1ObjectIdentifier type, byte[] value) {
        return Der.element(Der.SEQUENCE, Der.encode(type), Der.element(Der.SET, value));
    }

    private static boolean forEncryption(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && certificate.getBasicConstraints() < 0 && CertificateProfile.ENCRYPTION.allows(usage);
    }

    /** SigningCertificateV2 with the hash alone: SHA-256 is its default (RFC 5035 section 3). */
    private static byte[] signingCertificate(byte[] hash) {
        DERSequence certificateId = new DERSequence(new DEROctetString(hash));
        return Der.encode(new DERSequence(new DERSequence(certificateId)));
    }

    private static byte[] sha256(byte[] bytes, Providers providers) {
        try {
            return MessageDigest.getInstance("SHA-256", providers.digest()).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
