package org.sealpost.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.enrolment.TokenRefused;
import org.sealpost.escrow.NoSuchPackage;
import org.sealpost.est.KeyParts;
import org.sealpost.model.CertificateState;
import org.sealpost.model.MailboxState;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.SigningRequest;
import org.sealpost.protocol.MistypedToken;
import org.sealpost.protocol.TokenCode;

class EstDeskTest {
    private static final String ADDRESS = Desk.ALICE.address();

    private final Desk desk = new Desk();
    private final KeyPair pair = Desk.pair();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aTokenBringsTheSigningCertificateAndThenTheEncryptionKeyOnce() throws Exception {
        TokenCode token = desk.token();
        X509Certificate signing = certificate(enrol(ADDRESS, token.text(), request(pair, ADDRESS)));
        assertThat(signing.getPublicKey().getEncoded())
                .isEqualTo(pair.getPublic().getEncoded());
        assertThat(Certificates.addresses(signing)).containsExactly(ADDRESS);
        assertThat(desk.states()).containsExactlyInAnyOrder(CertificateState.ISSUED, CertificateState.PREPARED);
        try (KeyParts parts = fetch(ADDRESS, token.text());
                OwnedKey key = key(parts)) {
            assertThat(OwnedKey.belongTogether(
                            Providers.best(),
                            key.privateKey(),
                            key.certificate().getPublicKey()))
                    .isTrue();
        }
        assertThat(desk.states()).containsOnly(CertificateState.ISSUED).hasSize(2);
        assertThat(desk.log()).contains("ENROL SUCCESS alice@corp.example", "RENEW SUCCESS alice@corp.example");
        assertThatThrownBy(() -> fetch(ADDRESS, token.text())).isInstanceOf(NoSuchPackage.class);
    }

    @Test
    void theKeyWaitsForADay() throws Exception {
        TokenCode token = desk.token();
        enrol(ADDRESS, token.text(), request(pair, ADDRESS));
        desk.later(Duration.ofDays(1));
        assertThatThrownBy(() -> fetch(ADDRESS, token.text())).isInstanceOf(NoSuchPackage.class);
    }

    @Test
    void theEncryptionKeyDoesNotComeBeforeTheEnrolment() throws Exception {
        TokenCode token = desk.token();
        assertThatThrownBy(() -> fetch(ADDRESS, token.text())).isInstanceOf(NoSuchPackage.class);
        assertThat(desk.mailbox()).isEqualTo(MailboxState.TOKEN_OUT);
    }

    @Test
    void theTokenMayComeInTheRequestOfWhoeverHasLoggedIn() throws Exception {
        TokenCode token = desk.token();
        assertThat(certificate(enrol("alice", "alice-sample", challenged(token.text())))
                        .getPublicKey()
                        .getEncoded())
                .isEqualTo(pair.getPublic().getEncoded());
        assertThat(desk.mailbox()).isEqualTo(MailboxState.ENABLED);
    }

    @Test
    void aLoginWithoutATokenEnrolsNobody() throws Exception {
        desk.token();
        byte[] request = request(pair, ADDRESS);
        assertRefused("est-login", "alice", "alice-sample", request);
        assertRefused("est-login", "alice", "wrong", request);
        assertRefused("est-login", "", "", request);
        assertThatThrownBy(() -> enrol("alice", "alice-sample", challenged("not a token")))
                .isInstanceOf(MistypedToken.class);
    }

    @Test
    void loginTokenAndRequestAreOfOneMailbox() throws Exception {
        TokenCode token = desk.token();
        assertRefused("est-other-mailbox", "bob@corp.example", token.text(), request(pair, "bob@corp.example"));
        assertRefused("est-other-mailbox", ADDRESS, token.text(), request(pair, "bob@corp.example"));
        assertRefused("est-other-mailbox", "bob", "bob-sample", challenged(token.text()));
        assertThat(desk.triesLeft()).isEqualTo(5);
        assertThat(desk.mailbox()).isEqualTo(MailboxState.TOKEN_OUT);
    }

    @Test
    void aTokenIsRefusedForItsReason() throws Exception {
        TokenCode first = desk.token();
        TokenCode second = desk.token();
        byte[] request = request(pair, ADDRESS);
        assertToken("token-withdrawn", first, request);
        enrol(ADDRESS, second.text(), request);
        assertToken("token-spent", second, request);
        assertToken("unknown-token", TokenCode.generate(new SecureRandom()), request);
    }

    @Test
    void theKeyInForceVouchesForItsNextCertificate() throws Exception {
        TokenCode token = desk.token();
        byte[] request = request(pair, ADDRESS);
        X509Certificate first = certificate(enrol(ADDRESS, token.text(), request));
        X509Certificate next = certificate(reenrol("alice", "alice-sample", request));
        assertThat(next.getPublicKey()).isEqualTo(first.getPublicKey());
        assertThat(next.getSerialNumber()).isNotEqualTo(first.getSerialNumber());
        assertThat(desk.state(next)).isEqualTo(CertificateState.ISSUED);
        assertThatThrownBy(() -> reenrol("alice", "alice-sample", request(Desk.pair(), ADDRESS)))
                .isInstanceOfSatisfying(
                        EstRefused.class, refused -> assertThat(refused.code()).isEqualTo("est-not-vouched"));
        assertThatThrownBy(() -> reenrol("bob", "bob-sample", request)).isInstanceOf(EstRefused.class);
        assertThatThrownBy(() -> reenrol("alice", "wrong", request)).isInstanceOf(EstRefused.class);
    }

    @Test
    void tellsTheAuthority() throws Exception {
        assertThat(certificate(desk.est(EstDesk::authorities)).getBasicConstraints())
                .isZero();
    }

    private void assertRefused(String code, String name, String password, byte[] request) {
        assertThatThrownBy(() -> enrol(name, password, request))
                .isInstanceOfSatisfying(
                        EstRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private void assertToken(String code, TokenCode token, byte[] request) {
        assertThatThrownBy(() -> enrol(ADDRESS, token.text(), request))
                .isInstanceOfSatisfying(TokenRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }

    private byte[] enrol(String name, String password, byte[] request) {
        try (EstLogin login = new EstLogin(name, Passphrase.copyOf(password))) {
            return desk.est(est -> est.enrol(login, request));
        }
    }

    private byte[] reenrol(String name, String password, byte[] request) {
        try (EstLogin login = new EstLogin(name, Passphrase.copyOf(password))) {
            return desk.est(est -> est.reenrol(login, request));
        }
    }

    private KeyParts fetch(String name, String password) {
        try (EstLogin login = new EstLogin(name, Passphrase.copyOf(password))) {
            return desk.est(est -> est.fetchKey(login, request(pair, ADDRESS)));
        }
    }

    private static byte[] request(KeyPair pair, String address) {
        return Base64.getMimeEncoder().encode(SigningRequest.make(Providers.best(), address, pair));
    }

    private byte[] challenged(String token) throws Exception {
        ExtensionsGenerator names = new ExtensionsGenerator();
        names.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, ADDRESS)));
        return Base64.getEncoder()
                .encode(new PKCS10CertificationRequestBuilder(
                                new X500Name("CN=anything"),
                                SubjectPublicKeyInfo.getInstance(
                                        pair.getPublic().getEncoded()))
                        .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, names.generate())
                        .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_challengePassword, new DERUTF8String(token))
                        .build(new JcaContentSignerBuilder("SHA256withECDSA")
                                .setProvider(Providers.best().ellipticCurves())
                                .build(pair.getPrivate()))
                        .getEncoded());
    }

    private static X509Certificate certificate(byte[] answer) throws Exception {
        CMSSignedData message = new CMSSignedData(Base64.getMimeDecoder().decode(answer));
        X509CertificateHolder only =
                message.getCertificates().getMatches(null).iterator().next();
        return Certificates.parse(only.getEncoded());
    }

    private static OwnedKey key(KeyParts parts) throws Exception {
        String boundary = parts.mediaType().substring("multipart/mixed; boundary=".length());
        String[] all = new String(parts.expose(), StandardCharsets.US_ASCII).split("--" + boundary);
        try (SecretBytes encoded = SecretBytes.taking(Base64.getMimeDecoder().decode(content(all[1])))) {
            return new OwnedKey(
                    Providers.best().privateKey(encoded),
                    certificate(content(all[2]).getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private static String content(String part) {
        return part.substring(part.indexOf("\r\n\r\n") + 4);
    }
}
