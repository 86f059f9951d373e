package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Finding;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.SealpostException;

/** The rarer things that {@code openssl cms} can write: several signers and recipients, layers, what we do not take. */
class OpenSslVarietyTest {

    private static final String SIGN_BOTH = "-sign -in body.txt -signer signer-ec.pem -inkey signer-ec.key"
            + " -signer signer-rsa.pem -inkey signer-rsa.key -crlfeol -out signed.eml";

    @TempDir
    Path folder;

    private OpenSslPeer openssl;

    @BeforeEach
    void writeKeys() throws IOException {
        openssl = new OpenSslPeer(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " -nodetach", " -md sha512", " -nodetach -stream", " -keyid"})
    void twoSignersAreCheckedEach(String options) throws Exception {
        openssl.cms(SIGN_BOTH + options);
        try (OpenedMessage opened = Corp.open(openssl.fromAlice("signed.eml"))) {
            assertThat(opened.signatures()).hasSize(2).allMatch(SignatureStatus::intact);
            assertThat(opened.signatures())
                    .extracting(status -> status.signer().orElseThrow())
                    .containsExactlyInAnyOrder(Corp.ALICE_SIGNS.certificate(), Corp.ALICE_SIGNS_RSA.certificate());
            assertThat(opened.signaturesHold()).isTrue();
        }
    }

    @Test
    void aSignerWhoIsAddedLaterIsCheckedToo() throws Exception {
        CertificateAuthority other = Corp.authority("Other");
        OwnedKey stranger = Corp.issue(other, CertificateProfile.SIGNING, KeyType.RSA_2048, "alice");
        openssl.writePair("stranger", stranger);
        openssl.cms("-sign -in body.txt -signer signer-ec.pem -inkey signer-ec.key -nodetach -crlfeol -out signed.eml");
        openssl.cms("-resign -in signed.eml -signer stranger.pem -inkey stranger.key -nodetach -out both.eml");
        try (OpenedMessage opened = Corp.open(openssl.fromAlice("both.eml"))) {
            assertThat(opened.signatures()).hasSize(2).allMatch(SignatureStatus::intact);
            assertThat(opened.signatures())
                    .extracting(status ->
                            status.check(SignatureCheck.Kind.CHAIN).finding().code())
                    .containsExactlyInAnyOrder("chain-trusted", "chain-untrusted");
            assertThat(opened.signatureOutcome()).contains(Finding.Outcome.FAILED);
        }
    }

    @Test
    void withoutTheCertificateTheSignerIsUnknown() throws Exception {
        openssl.cms("-sign -in body.txt -signer signer-ec.pem -inkey signer-ec.key -nocerts -crlfeol -out signed.eml");
        try (OpenedMessage opened = Corp.open(openssl.fromAlice("signed.eml"))) {
            assertThat(opened.signatures()).singleElement().satisfies(status -> {
                assertThat(status.signer()).isEmpty();
                assertThat(status.outcome()).isEqualTo(Finding.Outcome.UNKNOWN);
            });
        }
    }

    @Test
    void furtherCertificatesAndListsDoNotDisturb() throws Exception {
        openssl.cms("-sign -in body.txt -signer signer-ec.pem -inkey signer-ec.key -certfile ca.pem -crlfeol"
                + " -nosmimecap -out signed.eml");
        try (OpenedMessage opened = Corp.open(openssl.fromAlice("signed.eml"))) {
            assertThat(opened.signaturesHold()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-md sha256,SHA256withECDSA",
        "-md sha384,SHA384withECDSA",
        "-md sha512,SHA512withECDSA",
        "-md sha224,SHA224withECDSA",
    })
    void everyStrongDigestIsRead(String digest, String algorithm) throws Exception {
        openssl.cms("-sign -in body.txt -signer signer-ec.pem -inkey signer-ec.key -crlfeol -out signed.eml " + digest);
        try (OpenedMessage opened = Corp.open(openssl.fromAlice("signed.eml"))) {
            assertThat(opened.signaturesHold()).isTrue();
            assertThat(opened.signatures().get(0).algorithm()).isEqualTo(algorithm);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-keyopt rsa_padding_mode:pss -keyopt rsa_pss_saltlen:32",
                "-keyopt rsa_padding_mode:pss -keyopt rsa_pss_saltlen:max",
                "-keyopt rsa_padding_mode:pss -keyopt rsa_pss_saltlen:0",
                "-md sha512 -keyopt rsa_padding_mode:pss -keyopt rsa_mgf1_md:sha512",
                "-md sha384 -keyopt rsa_padding_mode:pss -keyopt rsa_mgf1_md:sha256",
            })
    void rsaPssIsReadWithEverySaltAndMask(String options) throws Exception {
        openssl.cms(
                "-sign -in body.txt -signer signer-rsa.pem -inkey signer-rsa.key -nodetach -crlfeol -out signed.eml "
                        + options);
        try (OpenedMessage opened = Corp.open(openssl.fromAlice("signed.eml"))) {
            assertThat(opened.signaturesHold()).isTrue();
            assertThat(opened.signatures().get(0).algorithm()).isEqualTo("RSASSA-PSS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-aes256", "-aes-256-gcm", "-aes128", "-aes-128-gcm -keyid", "-aes256 -stream"})
    void everyOneOfSeveralRecipientsOpens(String options) throws Exception {
        openssl.cms("-encrypt -in body.txt -out sealed.eml -binary " + options
                + " -recip ec384.pem -recip rsa.pem -keyopt rsa_padding_mode:oaep -recip ec.pem");
        for (OwnedKey key : List.of(Corp.BOB_RSA, Corp.CAROL_EC, Corp.DAVE_EC_384)) {
            try (OpenedMessage opened = Corp.open(openssl.fromAlice("sealed.eml"), key)) {
                assertThat(text(opened)).endsWith(OpenSslPeer.BODY);
            }
        }
        assertThatThrownBy(() -> Corp.open(openssl.fromAlice("sealed.eml"), Corp.ALICE_SIGNS))
                .isInstanceOf(NoKeyForMessage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha224", "sha256", "sha384", "sha512"})
    void everyKeyDerivationIsRead(String digest) throws Exception {
        openssl.cms(
                "-encrypt -in body.txt -out sealed.eml -binary -aes256 -recip ec384.pem -keyopt ecdh_kdf_md:" + digest);
        try (OpenedMessage opened = Corp.open(openssl.fromAlice("sealed.eml"), Corp.DAVE_EC_384)) {
            assertThat(text(opened)).endsWith(OpenSslPeer.BODY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-keyopt rsa_oaep_md:sha1",
                "-keyopt rsa_oaep_md:sha384",
                "-keyopt rsa_oaep_md:sha512",
                "-keyopt rsa_oaep_md:sha256 -keyopt rsa_mgf1_md:sha1",
                "-keyopt rsa_oaep_md:sha256 -keyopt rsa_oaep_label:c0ffee",
                "-keyopt rsa_oaep_label:00",
            })
    void everyOaepIsRead(String options) throws Exception {
        openssl.cms(
                "-encrypt -in body.txt -out sealed.eml -binary -aes256 -recip rsa.pem -keyopt rsa_padding_mode:oaep "
                        + options);
        try (OpenedMessage opened = Corp.open(openssl.fromAlice("sealed.eml"), Corp.BOB_RSA)) {
            assertThat(text(opened)).endsWith(OpenSslPeer.BODY);
        }
    }

    @Test
    void aTripleWrapIsTakenApart() throws Exception {
        String signer = " -signer signer-rsa.pem -inkey signer-rsa.key -crlfeol";
        openssl.cms("-sign -in body.txt -out one.eml" + signer);
        openssl.cms("-encrypt -in one.eml -out two.eml -aes256 -binary rsa.pem");
        openssl.cms("-sign -in two.eml -out three.eml" + signer);
        try (OpenedMessage opened = Corp.open(openssl.fromAlice("three.eml"), Corp.BOB_RSA)) {
            assertThat(opened.signatures()).extracting(SignatureStatus::layer).containsExactly(0, 2);
            assertThat(opened.signaturesHold()).isTrue();
            assertThat(opened.sealState().format()).contains(EncryptionFormat.AES_256_CBC);
            assertThat(opened.sealState().protectedFromChange()).isTrue();
            assertThat(text(opened)).endsWith(OpenSslPeer.BODY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-digest_create -in body.txt,unknown-format",
        "-data_create -in body.txt,malformed-seal",
        "-EncryptedData_encrypt -in body.txt -aes256 -secretkey 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff,"
                + "unknown-format",
        "-encrypt -in body.txt -aes256 -secretkey 000102030405060708090A0B0C0D0E0F -secretkeyid C0FFEE,no-key-for-message",
        "-encrypt -in body.txt -aes256 -pwri_password secret,no-key-for-message",
        "-encrypt -in body.txt -des3 rsa.pem,unknown-format",
        "-encrypt -in body.txt -aes192 rsa.pem,unknown-format",
        "-encrypt -in body.txt -camellia128 rsa.pem,unknown-format",
    })
    void whatWeDoNotTakeIsRefusedByName(String arguments, String code) throws Exception {
        openssl.cms(arguments.replaceFirst(" -in ", " -outform DER -out other.der -in "));
        byte[] message = CmsBytes.message(openssl.read("other.der"));
        assertThatThrownBy(() -> Corp.open(message, Corp.BOB_RSA))
                .isInstanceOfSatisfying(SealpostException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }

    private static String text(OpenedMessage opened) throws IOException {
        return new String(Corp.content(opened), StandardCharsets.UTF_8);
    }
}
