package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;

/** The real {@code openssl cms} opens what we seal, and we open what it seals. A missing openssl is a failure. */
class OpenSslTest {

    private static final String BODY =
            "Content-Type: text/plain; charset=utf-8\r\n\r\nThe plans for the new building" + " are ready.\r\n";

    @TempDir
    Path folder;

    @BeforeEach
    void writeKeys() throws IOException {
        write("ca.pem", Certificates.pem(Corp.AUTHORITY.certificate()));
        writePair("rsa", Corp.BOB_RSA);
        writePair("ec", Corp.CAROL_EC);
        writePair("ec384", Corp.DAVE_EC_384);
        writePair("signer-ec", Corp.ALICE_SIGNS);
        writePair("signer-rsa", Corp.ALICE_SIGNS_RSA);
        write("body.txt", BODY);
    }

    static Stream<Arguments> formatsAndKeys() {
        return EnumSet.complementOf(EnumSet.of(EncryptionFormat.CAST_64, EncryptionFormat.CAST_40)).stream()
                .flatMap(format -> Stream.of("rsa", "ec", "ec384").map(key -> Arguments.of(format, key)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndKeys")
    void opensslOpensOurs(EncryptionFormat format, String key) throws Exception {
        byte[] sealed = Corp.signAndEncrypt(
                Corp.LETTER, SignatureForm.CLEAR, format, Corp.BOB_RSA, Corp.CAROL_EC, Corp.DAVE_EC_384);
        Files.write(folder.resolve("sealed.eml"), sealed);
        openssl("cms -decrypt -in sealed.eml -recip KEY.pem -inkey KEY.key -out opened.eml".replace("KEY", key));
        openssl("cms -verify -in opened.eml -CAfile ca.pem -purpose any -out verified.txt -no_check_time");
        assertThat(Files.readString(folder.resolve("verified.txt"))).isEqualTo(BODY);
    }

    @Test
    void opensslOpensOursWithPkcs1KeyTransport() throws Exception {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        RecipientKey bob = new RecipientKey(Corp.BOB_RSA.certificate(), Corp.NO_OAEP, Corp.PROVIDERS);
        Corp.SEALER.encrypt(
                MessageSource.of(Corp.LETTER), new Envelope(EncryptionFormat.AES_256_CBC, List.of(bob)), sealed);
        Files.write(folder.resolve("sealed.eml"), sealed.toByteArray());
        openssl("cms -decrypt -in sealed.eml -recip rsa.pem -inkey rsa.key -out opened.eml");
        assertThat(Files.readString(folder.resolve("opened.eml"))).isEqualTo(BODY);
        assertThat(openssl("cms -cmsout -print -noout -in sealed.eml")).contains("rsaEncryption");
    }

    @ParameterizedTest
    @CsvSource({"ec,CLEAR", "ec,OPAQUE", "rsa,CLEAR", "rsa,OPAQUE"})
    void opensslVerifiesOurs(String key, SignatureForm form) throws Exception {
        OwnedKey signer = key.equals("ec") ? Corp.ALICE_SIGNS : Corp.ALICE_SIGNS_RSA;
        Files.write(folder.resolve("signed.eml"), Corp.sign(Corp.LETTER, signer, form));
        openssl("cms -verify -in signed.eml -CAfile ca.pem -purpose smimesign -no_check_time -out verified.txt");
        assertThat(Files.readString(folder.resolve("verified.txt"))).isEqualTo(BODY);
        assertThat(openssl("cms -cmsout -print -noout -in signed.eml"))
                .contains("signingTime", "messageDigest", "S/MIME Capabilities", "signingCertificateV2");
    }

    static Stream<Arguments> opensslFormats() {
        return Stream.of(
                        "-aes256=AES_256_CBC",
                        "-aes128=AES_128_CBC",
                        "-aes-256-gcm=AES_256_GCM",
                        "-aes-128-gcm=AES_128_GCM",
                        "-des-cbc=DES",
                        "-cast5-cbc=CAST_64")
                .map(it -> it.split("=", -1))
                .flatMap(it -> Stream.of(
                                "-recip rsa.pem",
                                "-recip rsa.pem -keyopt rsa_padding_mode:oaep",
                                "-recip rsa.pem -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256",
                                "-recip rsa.pem -keyid",
                                "-recip ec.pem",
                                "-recip ec.pem -keyid",
                                "-recip ec384.pem -keyopt ecdh_kdf_md:sha384")
                        .filter(recipient -> !it[0].equals("-des-cbc") || !recipient.startsWith("-recip ec"))
                        .map(recipient -> Arguments.of(it[0], EncryptionFormat.valueOf(it[1]), recipient)));
    }

    @ParameterizedTest
    @MethodSource("opensslFormats")
    void weOpenOpenssls(String cipher, EncryptionFormat format, String recipient) throws Exception {
        openssl("cms -sign -in body.txt -signer signer-ec.pem -inkey signer-ec.key -out signed.eml -binary");
        openssl("cms -encrypt -in signed.eml -out sealed.eml -binary CIPHER RECIPIENT"
                .replace("CIPHER", cipher)
                .replace("RECIPIENT", recipient));
        try (OpenedMessage opened = Corp.open(withFrom("sealed.eml"), Corp.DAVE_EC_384, Corp.CAROL_EC, Corp.BOB_RSA)) {
            assertThat(opened.sealState().format()).contains(format);
            assertThat(opened.sealState().protectedFromChange()).isTrue();
            assertThat(opened.signatures()).singleElement().matches(SignatureStatus::intact);
            assertThat(new String(Corp.content(opened), StandardCharsets.UTF_8)).endsWith(BODY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "signer-ec,-md sha256,true",
        "signer-ec,-nodetach -md sha512,true",
        "signer-rsa,-nodetach -md sha384,true",
        "signer-rsa,-keyopt rsa_padding_mode:pss -md sha256,true",
        "signer-rsa,-stream -md sha256,true",
        "signer-rsa,-nodetach -stream -indef -md sha256,true",
        "signer-rsa,-md sha1,false",
        "signer-rsa,-md md5,false",
        "signer-rsa,-noattr,false",
        "signer-rsa,-keyid -cades,true",
        "signer-ec,-cades -md sha1,false"
    })
    void weVerifyOpenssls(String signer, String options, boolean good) throws Exception {
        openssl("cms -sign -in body.txt -signer S.pem -inkey S.key -out signed.eml -crlfeol OPTIONS"
                .replace("S.", signer + ".")
                .replace("OPTIONS", options));
        try (OpenedMessage opened = Corp.open(withFrom("signed.eml"))) {
            assertThat(opened.signatures()).singleElement().satisfies(status -> {
                assertThat(status.intact()).as(status.toString()).isEqualTo(good);
                assertThat(status.check(SignatureCheck.Kind.SIGNER).finding().ok())
                        .isTrue();
                assertThat(status.check(SignatureCheck.Kind.ADDRESS).finding().ok())
                        .isTrue();
            });
            assertThat(new String(Corp.content(opened), StandardCharsets.UTF_8)).endsWith(BODY);
        }
    }

    @Test
    void weOpenAStreamedMessageWithManyPieces() throws Exception {
        String text = BODY + "A long line of text that fills many pieces of a streamed message.\r\n".repeat(4000);
        write("long.txt", text);
        openssl("cms -encrypt -stream -in long.txt -out sealed.eml -binary -aes256 -recip rsa.pem");
        try (OpenedMessage opened = Corp.open(withFrom("sealed.eml"), Corp.BOB_RSA)) {
            assertThat(opened.sealState().textOnly()).isTrue();
            assertThat(new String(Corp.content(opened), StandardCharsets.UTF_8)).endsWith(text);
        }
    }

    @Test
    void refusesOpenssslsTripleDesByName() throws Exception {
        openssl("cms -encrypt -in body.txt -out sealed.eml -des3 -recip rsa.pem");
        byte[] sealed = withFrom("sealed.eml");
        assertThatThrownBy(() -> Corp.open(sealed, Corp.BOB_RSA))
                .isInstanceOf(UnknownFormat.class)
                .hasMessageContaining("1.2.840.113549.3.7");
    }

    /** What openssl writes has no From field. */
    private byte[] withFrom(String file) throws IOException {
        return Der.join(Corp.ascii("From: alice@corp.example\r\n"), Files.readAllBytes(folder.resolve(file)));
    }

    private String openssl(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ", -1)));
        if (arguments.startsWith("cms")) {
            command.addAll(2, List.of("-provider", "legacy", "-provider", "default"));
        }
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
        return output;
    }

    private void writePair(String name, OwnedKey key) throws IOException {
        write(name + ".pem", Certificates.pem(key.certificate()));
        write(
                name + ".key",
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(key.privateKey().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
