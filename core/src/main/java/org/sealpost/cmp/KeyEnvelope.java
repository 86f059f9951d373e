package org.sealpost.cmp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.PasswordRecipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcePasswordRecipientInfoGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

/**
 * Seals a private key that the Key Manager made on its way to its owner (RFC 9483 section 4.1.6): an asymmetric key
 * package (RFC 5958), signed by the Key Manager, encrypted with AES-256.
 */
public final class KeyEnvelope {
    private static final ASN1ObjectIdentifier KEY_PACKAGE = new ASN1ObjectIdentifier("2.16.840.1.101.2.1.2.78.5");
    private static final int ROUNDS = 10_000;
    private static final int SALT_LENGTH = 16;

    private final Providers providers;
    private final SecureRandom random;
    private final CmpSigner signer;

    public KeyEnvelope(Providers providers, SecureRandom random, CmpSigner signer) {
        this.providers = providers;
        this.random = random;
        this.signer = signer;
    }

    /** Sealed to the secret that protected the request. */
    SealedKey sealTo(CmpMac secret, OwnedKey key) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return seal(
                new JcePasswordRecipientInfoGenerator(CMSAlgorithm.AES256_CBC, secret.secret())
                        .setProvider(providers.bouncyCastle())
                        .setPasswordConversionScheme(PasswordRecipient.PKCS5_SCHEME2_UTF8)
                        .setPRF(PasswordRecipient.PRF.HMacSHA256)
                        .setSaltAndIterationCount(salt, ROUNDS),
                key);
    }

    /** Sealed to an encryption certificate that its owner can open. */
    SealedKey sealTo(X509Certificate recipient, OwnedKey key) {
        try {
            if (recipient.getPublicKey().getAlgorithm().equals("RSA")) {
                return seal(
                        new JceKeyTransRecipientInfoGenerator(recipient).setProvider(providers.bouncyCastle()), key);
            }
            KeyPair ephemeral = new KeyPairs(providers, random)
                    .generate(KeyType.of(recipient.getPublicKey()).orElseThrow());
            return seal(
                    new JceKeyAgreeRecipientInfoGenerator(
                                    CMSAlgorithm.ECDH_SHA256KDF,
                                    ephemeral.getPrivate(),
                                    ephemeral.getPublic(),
                                    CMSAlgorithm.AES256_WRAP)
                            .setProvider(providers.bouncyCastle())
                            .addRecipient(recipient),
                    key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of the Key Manager's can be sealed to", e);
        }
    }

    private SealedKey seal(RecipientInfoGenerator recipient, OwnedKey key) {
        try {
            CMSEnvelopedDataGenerator envelope = new CMSEnvelopedDataGenerator();
            envelope.addRecipientInfoGenerator(recipient);
            byte[] sealed = envelope.generate(
                            new CMSProcessableByteArray(CMSObjectIdentifiers.signedData, signed(key)),
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                    .setProvider(providers.bouncyCastle())
                                    .setSecureRandom(random)
                                    .build())
                    .getEncoded();
            return new SealedKey(
                    EnvelopedData.getInstance(ContentInfo.getInstance(sealed).getContent()));
        } catch (CMSException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("a key can be sealed", e);
        }
    }

    /** The content of a SignedData with the key in it. */
    private byte[] signed(OwnedKey key) throws CMSException, IOException, OperatorCreationException {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                        .setProvider(providers.digest())
                        .build())
                .setSignedAttributeGenerator(KeyEnvelope::attributes)
                .build(signer.contentSigner(), CmpSigner.holder(signer.key().certificate())));
        generator.addCertificate(CmpSigner.holder(signer.key().certificate()));
        try (SecretBytes encoded = SecretBytes.taking(key.privateKey().getEncoded())) {
            byte[] keys = new DERSequence(PrivateKeyInfo.getInstance(encoded.expose())).getEncoded();
            byte[] whole = generator
                    .generate(new CMSProcessableByteArray(KEY_PACKAGE, keys), true)
                    .getEncoded();
            return ContentInfo.getInstance(whole).getContent().toASN1Primitive().getEncoded("DER");
        }
    }

    /** Without the time: the message around it says it. */
    private static AttributeTable attributes(Map<?, ?> parameters) {
        return new DefaultSignedAttributeTableGenerator()
                .getAttributes(parameters)
                .remove(CMSAttributes.signingTime);
    }

    /** A key that only its owner opens. */
    record SealedKey(EnvelopedData envelope) {}
}
