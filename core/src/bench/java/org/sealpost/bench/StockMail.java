package org.sealpost.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.mail.smime.SMIMEAuthEnvelopedGenerator;
import org.bouncycastle.mail.smime.SMIMEAuthEnvelopedParser;
import org.bouncycastle.mail.smime.SMIMEEnvelopedGenerator;
import org.bouncycastle.mail.smime.SMIMEEnvelopedParser;
import org.bouncycastle.mail.smime.SMIMESignedGenerator;
import org.bouncycastle.mail.smime.SMIMESignedParser;
import org.bouncycastle.mail.smime.SMIMEUtil;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.pki.KeyType;

/** Sealing and opening the stock way: by Bouncy Castle's and Jakarta Mail's documented classes and their defaults. */
final class StockMail {

    private static final String BC = "BC";
    private final Organisation us;
    private final KeyType type;
    private final Session session = Session.getInstance(new Properties());

    StockMail(Organisation us, KeyType type) {
        this.us = us;
        this.type = type;
    }

    /** Signs and encrypts a message in a file. CAST5 has 128 bit here: the stock builder refuses shorter keys. */
    void seal(Path letter, EncryptionFormat format, OutputStream out) throws Exception {
        try (SharedFileInputStream in = new SharedFileInputStream(letter.toFile())) {
            MimeMessage message = new MimeMessage(session, in);
            MimeBodyPart part = new MimeBodyPart();
            part.setContent(message.getContent(), message.getContentType());
            MimeMultipart signed = signer().generate(part);
            MimeMessage inside = new MimeMessage(session);
            inside.setContent(signed, signed.getContentType());
            inside.saveChanges();
            MimeBodyPart sealed = encrypt(inside, format);
            MimeMessage result = new MimeMessage(session);
            result.setFrom("bench@corp.example");
            result.setContent(sealed.getContent(), sealed.getContentType());
            result.saveChanges();
            result.writeTo(out);
        }
    }

    /** Decrypts and verifies a message in a file, by the classes that stream. */
    void open(Path sealed, EncryptionFormat format) throws Exception {
        try (SharedFileInputStream in = new SharedFileInputStream(sealed.toFile())) {
            MimeMessage message = new MimeMessage(session, in);
            RecipientInformation recipient = recipients(message, format).iterator().next();
            MimeBodyPart opened = SMIMEUtil.toMimeBodyPart(recipient.getContentStream(recipient(format)));
            verify((MimeMultipart) opened.getContent());
        }
    }

    private void verify(MimeMultipart multipart) throws Exception {
        SMIMESignedParser signed =
                new SMIMESignedParser(new JcaDigestCalculatorProviderBuilder().setProvider(BC).build(), multipart);
        for (SignerInformation signer : signed.getSignerInfos()) {
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(BC).build(us.signing.certificate()))) {
                throw new IOException("not verified");
            }
        }
        signed.close();
    }

    private Collection<RecipientInformation> recipients(MimeMessage message, EncryptionFormat format) throws Exception {
        return format.authenticated()
                ? new SMIMEAuthEnvelopedParser(message).getRecipientInfos().getRecipients()
                : new SMIMEEnvelopedParser(message).getRecipientInfos().getRecipients();
    }

    private Recipient recipient(EncryptionFormat format) {
        PrivateKey key = us.encryption.privateKey();
        if (type.algorithm().equals("RSA")) {
            return format.authenticated()
                    ? new JceKeyTransAuthEnvelopedRecipient(key).setProvider(BC)
                    : new JceKeyTransEnvelopedRecipient(key).setProvider(BC);
        }
        return format.authenticated()
                ? new JceKeyAgreeAuthEnvelopedRecipient(key).setProvider(BC)
                : new JceKeyAgreeEnvelopedRecipient(key).setProvider(BC);
    }

    private SMIMESignedGenerator signer() throws Exception {
        SMIMESignedGenerator generator = new SMIMESignedGenerator();
        String algorithm = type.algorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(BC)
                .build(algorithm, us.signing.privateKey(), us.signing.certificate()));
        generator.addCertificates(new CollectionStore<>(
                List.of(new JcaX509CertificateHolder(us.signing.certificate()))));
        return generator;
    }

    private MimeBodyPart encrypt(MimeMessage message, EncryptionFormat format) throws Exception {
        OutputEncryptor encryptor =
                new JceCMSContentEncryptorBuilder(algorithm(format)).setProvider(BC).build();
        if (format.authenticated()) {
            SMIMEAuthEnvelopedGenerator generator = new SMIMEAuthEnvelopedGenerator();
            generator.addRecipientInfoGenerator(box());
            return generator.generate(message, (OutputAEADEncryptor) encryptor);
        }
        SMIMEEnvelopedGenerator generator = new SMIMEEnvelopedGenerator();
        generator.addRecipientInfoGenerator(box());
        return generator.generate(message, encryptor);
    }

    private RecipientInfoGenerator box() throws Exception {
        if (type.algorithm().equals("RSA")) {
            return new JceKeyTransRecipientInfoGenerator(us.encryption.certificate()).setProvider(BC);
        }
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC", BC);
        pairs.initialize(new ECGenParameterSpec("P-256"));
        KeyPair ephemeral = pairs.generateKeyPair();
        return new JceKeyAgreeRecipientInfoGenerator(
                        CMSAlgorithm.ECDH_SHA256KDF, ephemeral.getPrivate(), ephemeral.getPublic(), CMSAlgorithm.AES256_WRAP)
                .addRecipient(us.encryption.certificate())
                .setProvider(BC);
    }

    private static ASN1ObjectIdentifier algorithm(EncryptionFormat format) {
        return switch (format) {
            case AES_256_GCM -> CMSAlgorithm.AES256_GCM;
            case AES_256_CBC -> CMSAlgorithm.AES256_CBC;
            case AES_128_GCM -> CMSAlgorithm.AES128_GCM;
            case AES_128_CBC -> CMSAlgorithm.AES128_CBC;
            case CAST_64, CAST_40 -> CMSAlgorithm.CAST5_CBC;
            case DES -> CMSAlgorithm.DES_CBC;
        };
    }
}
