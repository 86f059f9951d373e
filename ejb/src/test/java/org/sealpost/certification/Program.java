package org.sealpost.certification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.jcajce.JcePBMac1CalculatorBuilder;
import org.sealpost.crypto.Providers;

/** Somebody else's program that speaks CMP: it makes messages with Bouncy Castle alone. */
final class Program {
    private static final SecureRandom RANDOM = new SecureRandom();
    static final X500Name SOMEBODY = new X500Name("CN=Somebody");

    private final byte[] transaction;
    private final List<InfoTypeAndValue> infos = new ArrayList<>();
    private Optional<Instant> at;
    private Optional<byte[]> answered = Optional.empty();

    /** At that time, in a new transaction. */
    Program(Instant at) {
        this(at, bytes());
    }

    Program(Instant at, byte[] transaction) {
        this.at = Optional.of(at);
        this.transaction = transaction;
    }

    private static byte[] bytes() {
        byte[] made = new byte[16];
        RANDOM.nextBytes(made);
        return made;
    }

    byte[] transaction() {
        return transaction.clone();
    }

    Program timeless() {
        at = Optional.empty();
        return this;
    }

    Program implicit() {
        infos.add(new InfoTypeAndValue(CMPObjectIdentifiers.it_implicitConfirm, DERNull.INSTANCE));
        return this;
    }

    /** Answers a message with that nonce. */
    Program answering(byte[] nonce) {
        answered = Optional.of(nonce);
        return this;
    }

    /** Protected by the password-based MAC. */
    byte[] mac(PKIBody body, String reference, String secret) throws CMPException, CRMFException, IOException {
        MacCalculator mac = new PKMACBuilder(new JcePKMACValuesCalculator()
                        .setProvider(Providers.best().bouncyCastle()))
                .build(secret.toCharArray());
        return builder(body)
                .setSenderKID(reference.getBytes(StandardCharsets.UTF_8))
                .build(mac)
                .toASN1Structure()
                .getEncoded();
    }

    /** Protected by PBMAC1. */
    byte[] pbmac1(PKIBody body, String reference, String secret, int rounds)
            throws CMPException, OperatorCreationException, IOException {
        MacCalculator mac = new JcePBMac1CalculatorBuilder("HmacSHA256", 256)
                .setProvider(Providers.best().bouncyCastle())
                .setPrf(JcePBMac1CalculatorBuilder.PRF_SHA256)
                .setIterationCount(rounds)
                .build(secret.toCharArray());
        return builder(body)
                .setSenderKID(reference.getBytes(StandardCharsets.UTF_8))
                .build(mac)
                .toASN1Structure()
                .getEncoded();
    }

    /** Signed. */
    byte[] signed(PKIBody body, KeyPair pair, X509Certificate certificate)
            throws CMPException, IOException, GeneralSecurityException {
        return builder(body)
                .addCMPCertificate(new X509CertificateHolder(certificate.getEncoded()))
                .build(Wishes.signer(pair))
                .toASN1Structure()
                .getEncoded();
    }

    private ProtectedPKIMessageBuilder builder(PKIBody body) {
        ProtectedPKIMessageBuilder builder = new ProtectedPKIMessageBuilder(
                        new GeneralName(SOMEBODY), new GeneralName(new X500Name("CN=The other side")))
                .setTransactionID(transaction)
                .setSenderNonce(bytes())
                .setBody(body);
        at.ifPresent(time -> builder.setMessageTime(Date.from(time)));
        answered.ifPresent(builder::setRecipNonce);
        infos.forEach(builder::addGeneralInfo);
        return builder;
    }
}
