package org.sealpost.certification;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.GenRepContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.PasswordRecipient;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JcePasswordEnvelopedRecipient;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePBMac1CalculatorProviderBuilder;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.Certificates;

/** An answer as somebody else's program reads it, with Bouncy Castle alone. */
record Answer(ProtectedPKIMessage message) {
    static Answer of(byte[] octets) throws IOException {
        return new Answer(new ProtectedPKIMessage(new GeneralPKIMessage(octets)));
    }

    int type() {
        return message.getBody().getType();
    }

    byte[] nonce() {
        return message.getHeader().getSenderNonce().getOctets();
    }

    boolean macHolds(String secret) throws CMPException {
        return message.verify(
                new PKMACBuilder(new JcePKMACValuesCalculator()
                        .setProvider(Providers.best().bouncyCastle())),
                secret.toCharArray());
    }

    boolean pbmac1Holds(String secret) throws CMPException {
        return message.getProtectionAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)
                && message.verify(
                        new JcePBMac1CalculatorProviderBuilder()
                                .setProvider(Providers.best().bouncyCastle())
                                .build(),
                        secret.toCharArray());
    }

    /** Signed by a certificate that the authority has issued for messages. */
    boolean signatureHolds() throws CMPException, OperatorCreationException, CertificateException {
        X509CertificateHolder signer = message.getCertificates()[0];
        return message.verify(new JcaContentVerifierProviderBuilder()
                .setProvider(Providers.best().bouncyCastle())
                .build(signer));
    }

    int failure() {
        return new PKIFailureInfo(error().getPKIStatusInfo().getFailInfo()).intValue();
    }

    String text() {
        return error().getPKIStatusInfo().getStatusString().getStringAtUTF8(0).getString();
    }

    private ErrorMsgContent error() {
        if (type() != PKIBody.TYPE_ERROR) {
            throw new IllegalStateException("no refusal: " + type());
        }
        return ErrorMsgContent.getInstance(message.getBody().getContent());
    }

    private CertResponse response(int id) {
        if (type() == PKIBody.TYPE_ERROR) {
            throw new IllegalStateException(text());
        }
        return Stream.of(CertRepMessage.getInstance(message.getBody().getContent())
                        .getResponse())
                .filter(one -> one.getCertReqId().getValue().equals(BigInteger.valueOf(id)))
                .findFirst()
                .orElseThrow();
    }

    X509Certificate certificate(int id) throws IOException {
        return Certificates.parse(response(id)
                .getCertifiedKeyPair()
                .getCertOrEncCert()
                .getCertificate()
                .getX509v3PKCert()
                .getEncoded());
    }

    boolean waitsForConfirmation() {
        return Stream.of(message.getHeader().getGeneralInfo())
                .map(InfoTypeAndValue::getInfoType)
                .anyMatch(CMPObjectIdentifiers.it_confirmWaitTime::equals);
    }

    InfoTypeAndValue info() {
        return GenRepContent.getInstance(message.getBody().getContent()).toInfoTypeAndValueArray()[0];
    }

    PrivateKey keySealedToSecret(int id, String secret)
            throws CMSException, IOException, OperatorCreationException, CertificateException {
        return key(
                id,
                new JcePasswordEnvelopedRecipient(secret.toCharArray())
                        .setProvider(Providers.best().bouncyCastle())
                        .setPasswordConversionScheme(PasswordRecipient.PKCS5_SCHEME2_UTF8));
    }

    PrivateKey keySealedTo(int id, PrivateKey key)
            throws CMSException, IOException, OperatorCreationException, CertificateException {
        return key(
                id,
                key.getAlgorithm().equals("RSA")
                        ? new JceKeyTransEnvelopedRecipient(key)
                                .setProvider(Providers.best().bouncyCastle())
                        : new JceKeyAgreeEnvelopedRecipient(key)
                                .setProvider(Providers.best().bouncyCastle()));
    }

    private PrivateKey key(int id, Recipient recipient)
            throws CMSException, IOException, OperatorCreationException, CertificateException {
        EnvelopedData envelope = EnvelopedData.getInstance(
                response(id).getCertifiedKeyPair().getPrivateKey().getValue());
        Collection<RecipientInformation> recipients = new CMSEnvelopedData(
                        new ContentInfo(CMSObjectIdentifiers.envelopedData, envelope))
                .getRecipientInfos()
                .getRecipients();
        byte[] content = recipients.iterator().next().getContent(recipient);
        CMSSignedData signed =
                new CMSSignedData(new ContentInfo(CMSObjectIdentifiers.signedData, ASN1Sequence.getInstance(content)));
        SignerInformation signer =
                signed.getSignerInfos().getSigners().iterator().next();
        X509CertificateHolder certificate = (X509CertificateHolder)
                signed.getCertificates().getMatches(null).iterator().next();
        if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(Providers.best().bouncyCastle())
                .build(certificate))) {
            throw new IllegalStateException("the key package's signature does not hold");
        }
        ASN1Sequence keys = ASN1Sequence.getInstance(signed.getSignedContent().getContent());
        PrivateKeyInfo key = PrivateKeyInfo.getInstance(keys.getObjectAt(0));
        try (SecretBytes encoded = SecretBytes.taking(key.getEncoded())) {
            return Providers.best().privateKey(encoded);
        }
    }
}
