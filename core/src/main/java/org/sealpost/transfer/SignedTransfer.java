package org.sealpost.transfer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.ForeignAuthority;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

/**
 * A signed message between Key Managers (RFC 5652): the content, the signer's certificate and the authority's. The signer is
 * a pair that the authority certified for the Key Manager's own messages; a mailbox's certificate does not do. Whether the
 * authority is the right one is the reader's to find out.
 *
 * @param content DER
 * @param authority read and checked, but trusted by nobody yet
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SignedTransfer(byte[] content, X509Certificate authority) {
    /** The largest message that is read, in bytes. */
    public static final int LARGEST = 16 * 1024 * 1024;

    private static final String WHAT = "transfer file";

    /**
     * Signs.
     *
     * @param signer certified for the Key Manager's messages; stays the caller's to close
     * @return DER
     */
    static byte[] sign(
            TransferKind kind, byte[] content, OwnedKey signer, X509Certificate authority, Providers providers) {
        KeyType type = KeyType.of(signer.certificate().getPublicKey()).orElseThrow();
        try {
            ContentSigner signature = new JcaContentSignerBuilder(type.signatureAlgorithm())
                    .setProvider(providers.signature(type.algorithm()))
                    .build(signer.privateKey());
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(providers.digest())
                            .build())
                    .setSignedAttributeGenerator(SignedTransfer::attributes)
                    .build(signature, holder(signer.certificate())));
            generator.addCertificate(holder(signer.certificate()));
            generator.addCertificate(holder(authority));
            return generator
                    .generate(new CMSProcessableByteArray(kind.type(), content), true)
                    .getEncoded("DER");
        } catch (CMSException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("a message signs and encodes", e);
        }
    }

    /**
     * Reads a message and checks everything but whose authority it is.
     *
     * @param now must lie within the signer's validity
     * @throws BadEncoding when it is none, of another kind, or larger than {@link #LARGEST}
     * @throws TransferForged when the signature is wrong, or the signer is nobody who may sign this
     * @throws TransferExpired when the signer's certificate has run out
     * @throws org.sealpost.pki.UnusableAuthority when the authority's certificate is none
     */
    public static SignedTransfer read(byte[] message, TransferKind kind, Providers providers, Instant now) {
        if (message.length > LARGEST) {
            throw new BadEncoding(WHAT);
        }
        return GuardedParsing.of(WHAT, () -> {
            CMSSignedData signed = parsed(message, kind);
            SignerInformation signer = only(signed.getSignerInfos().getSigners());
            Collection<X509CertificateHolder> all = signed.getCertificates().getMatches(null);
            X509Certificate certificate = certificate(all, signer.getSID()::match);
            X509Certificate authority =
                    certificate(all, other -> !signer.getSID().match(other));
            ForeignAuthority.read(Certificates.der(authority), providers, now);
            if (!certified(certificate, authority, providers) || !verifies(signer, certificate, providers)) {
                throw new TransferForged();
            }
            if (now.isAfter(certificate.getNotAfter().toInstant())) {
                throw new TransferExpired(certificate.getNotAfter().toInstant());
            }
            return new SignedTransfer((byte[]) signed.getSignedContent().getContent(), authority);
        });
    }

    private static CMSSignedData parsed(byte[] message, TransferKind kind) {
        try {
            CMSSignedData signed = new CMSSignedData(ContentInfo.getInstance(Asn1Bounds.parse(message, WHAT)));
            if (!kind.type().getId().equals(signed.getSignedContentTypeOID()) || signed.isDetachedSignature()) {
                throw new BadEncoding(WHAT);
            }
            return signed;
        } catch (CMSException e) {
            throw new BadEncoding(WHAT, e);
        }
    }

    /** Without signed attributes the kind would not be under the signature. */
    private static boolean verifies(SignerInformation signer, X509Certificate certificate, Providers providers) {
        try {
            return signer.getSignedAttributes() != null
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(providers.bouncyCastle())
                            .build(certificate));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }

    private static boolean certified(X509Certificate signer, X509Certificate authority, Providers providers)
            throws GeneralSecurityException {
        List<String> purposes = signer.getExtendedKeyUsage();
        if (purposes == null || !purposes.contains(KeyPurposeId.id_kp_cmKGA.getId())) {
            return false;
        }
        try {
            PublicKey key = providers.adopt(authority.getPublicKey());
            signer.verify(key, providers.signature(key.getAlgorithm()));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static X509Certificate certificate(
            Collection<X509CertificateHolder> all, Predicate<X509CertificateHolder> wanted) throws IOException {
        return Certificates.parse(only(all.stream().filter(wanted).toList()).getEncoded());
    }

    /** Without the time, which the content says. */
    private static AttributeTable attributes(Map<?, ?> parameters) {
        return new DefaultSignedAttributeTableGenerator()
                .getAttributes(parameters)
                .remove(CMSAttributes.signingTime);
    }

    private static <T> T only(Collection<T> all) {
        if (all.size() != 1) {
            throw new BadEncoding(WHAT);
        }
        return all.iterator().next();
    }

    private static X509CertificateHolder holder(X509Certificate certificate) throws IOException {
        return new X509CertificateHolder(Certificates.der(certificate));
    }
}
