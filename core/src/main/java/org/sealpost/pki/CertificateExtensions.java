package org.sealpost.pki;

import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** Which extensions a certificate carries: RFC 5280, and RFC 8550 for mail. */
final class CertificateExtensions {
    private static final int KEY_ID_LENGTH = 20;

    private final X509v3CertificateBuilder builder;

    CertificateExtensions(X509v3CertificateBuilder builder) {
        this.builder = builder;
    }

    /** For the authority's own certificate: signs certificates and lists, and no authorities below it. */
    void addForAuthority(PublicKey key) throws IOException {
        add(Extension.basicConstraints, true, new BasicConstraints(0));
        add(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        add(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(key)));
    }

    /**
     * For the key that signs answers about single certificates. It is good until it ends, because a client that checked
     * it too would ask the one that it checks (RFC 6960 section 4.2.2.2.1).
     */
    void addForResponder(PublicKey key, AuthorityKeyIdentifier issuer) throws IOException {
        add(Extension.basicConstraints, true, new BasicConstraints(false));
        add(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
        add(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        add(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(key)));
        add(Extension.authorityKeyIdentifier, false, issuer);
    }

    /** For a mailbox's certificate; its address is critical where the subject's name is empty (RFC 5280 4.1.2.6). */
    void addForMailbox(CertificateOrder order, AuthorityKeyIdentifier issuer, CertificateAuthority.Addresses addresses)
            throws IOException {
        add(Extension.basicConstraints, true, new BasicConstraints(false));
        add(Extension.keyUsage, true, new KeyUsage(order.profile().keyUsage(order.publicKey())));
        add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection));
        boolean nameless = Names.of(order.subject()).size() == 0;
        add(
                Extension.subjectAlternativeName,
                nameless,
                new GeneralNames(Names.mailbox(order.subject().address())));
        add(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(order.publicKey())));
        add(Extension.authorityKeyIdentifier, false, issuer);
        add(Extension.cRLDistributionPoints, false, distributionPoint(addresses.crl()));
        add(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(AccessDescription.id_ad_ocsp, uri(addresses.ocsp())),
            new AccessDescription(AccessDescription.id_ad_caIssuers, uri(addresses.issuerCertificate()))
        }));
        builder.addExtension(
                PKCSObjectIdentifiers.pkcs_9_at_smimeCapabilities,
                false,
                order.capabilities().toDer());
    }

    /** For the Key Manager's own messages: signs answers and the private keys that it hands out (RFC 9483 section 1.5). */
    void addForMessages(PublicKey key, AuthorityKeyIdentifier issuer) throws IOException {
        add(Extension.basicConstraints, true, new BasicConstraints(false));
        add(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_cmcCA, KeyPurposeId.id_kp_cmKGA
        }));
        add(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(key)));
        add(Extension.authorityKeyIdentifier, false, issuer);
    }

    /** For the escrow's key: other Key Managers seal to it, and no mail program takes it for a mailbox's. */
    void addForTransfer(PublicKey key, AuthorityKeyIdentifier issuer) throws IOException {
        add(Extension.basicConstraints, true, new BasicConstraints(false));
        add(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyAgreement));
        add(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(TransferCertificate.PURPOSE));
        add(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(key)));
        add(Extension.authorityKeyIdentifier, false, issuer);
    }

    private void add(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) throws IOException {
        builder.addExtension(id, critical, value);
    }

    static CRLDistPoint distributionPoint(URI crl) {
        DistributionPointName name = new DistributionPointName(new GeneralNames(uri(crl)));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name, null, null)});
    }

    private static GeneralName uri(URI uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri.toASCIIString());
    }

    /** Leftmost 160 bits of SHA-256 over the key bits (RFC 7093 section 2, method 1). */
    static byte[] keyId(PublicKey key) {
        try {
            byte[] bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                    .getPublicKeyData()
                    .getOctets();
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bits), KEY_ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
