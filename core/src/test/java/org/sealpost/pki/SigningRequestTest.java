package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Providers;

class SigningRequestTest {
    private static final Providers PROVIDERS = Providers.best();
    private static final String P_256 = "ec -pkeyopt ec_paramgen_curve:P-256";
    private static final KeyPairs KEY_PAIRS = new KeyPairs(PROVIDERS, new SecureRandom());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"EC_P256", "EC_P384", "RSA_2048"})
    void requestProvesPossessionForAddressAndKey(KeyType type) {
        KeyPair pair = KEY_PAIRS.generate(type);
        for (Providers providers : new Providers[] {PROVIDERS, Providers.portable()}) {
            SigningRequest request =
                    SigningRequest.verify(providers, SigningRequest.make(PROVIDERS, "alice@corp.example", pair));
            assertThat(request.address()).isEqualTo("alice@corp.example");
            assertThat(request.publicKey().getEncoded())
                    .isEqualTo(pair.getPublic().getEncoded());
        }
    }

    @Test
    void addressBeyondAsciiIsKept() {
        byte[] der = SigningRequest.make(PROVIDERS, "jürgen@corp.example", KEY_PAIRS.generate(KeyType.EC_P256));
        assertThat(SigningRequest.verify(PROVIDERS, der).address()).isEqualTo("jürgen@corp.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subjectAltName=email:a@b.example | true",
                "subjectAltName=email:a@b.example;keyUsage=digitalSignature,keyAgreement | true",
                "subjectAltName=email:a@b.example;keyUsage=nonRepudiation,keyEncipherment | true",
                "subjectAltName=email:a@b.example;keyUsage=digitalSignature | false",
                "subjectAltName=email:a@b.example;keyUsage=keyAgreement | false",
                "subjectAltName=email:a@b.example,DNS:b.example | false"
            })
    void aPartnersRequestNamesOneAddressAndIsForBothUses(String extensions, boolean fits) throws IOException {
        Files.writeString(
                folder.resolve("request.cnf"),
                "[req]\nprompt=no\ndistinguished_name=dn\nreq_extensions=ext\n[dn]\nCN=x\n[ext]\n"
                        + extensions.replace(';', '\n') + "\n");
        byte[] der = byOpenssl(P_256, "-config", "request.cnf");
        assertThat(SigningRequest.verify(PROVIDERS, der).address()).isEqualTo("a@b.example");
        assertThat(SigningRequest.fitsPartner(der)).isEqualTo(fits);
    }

    @Test
    void opensslVerifiesARequest() throws IOException {
        Files.write(
                folder.resolve("request.der"),
                SigningRequest.make(PROVIDERS, "alice@corp.example", KEY_PAIRS.generate(KeyType.EC_P256)));
        Openssl.Outcome outcome =
                Openssl.run(folder, "req", "-inform", "DER", "-in", "request.der", "-noout", "-verify", "-text");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.output()).contains("verify OK").contains("email:alice@corp.example");
    }

    @Test
    void somebodyElsesKeyIsRefused() {
        KeyPair own = KEY_PAIRS.generate(KeyType.EC_P256);
        KeyPair others = KEY_PAIRS.generate(KeyType.EC_P256);
        byte[] der = SigningRequest.make(
                PROVIDERS, "mallory@corp.example", new KeyPair(others.getPublic(), own.getPrivate()));
        assertThatThrownBy(() -> SigningRequest.verify(PROVIDERS, der))
                .isInstanceOfSatisfying(
                        ProofFailed.class, e -> assertThat(e.code()).isEqualTo("proof-failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA:1024", "EC:521"})
    void keysThatTheProductDoesNotMakeAreNeitherMadeNorAccepted(String kind) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.split(":", -1)[0]);
        generator.initialize(Integer.parseInt(kind.split(":", -1)[1]));
        KeyPair pair = generator.generateKeyPair();
        assertThat(KeyType.of(pair.getPublic())).isEmpty();
        assertThatThrownBy(() -> SigningRequest.make(PROVIDERS, "alice@corp.example", pair))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weakKeyIsRefusedEvenWithAGoodProof() throws IOException {
        byte[] der = byOpenssl("rsa:1024", "-subj", "/CN=weak", "-addext", "subjectAltName=email:alice@corp.example");
        assertThatThrownBy(() -> SigningRequest.verify(PROVIDERS, der))
                .isInstanceOfSatisfying(
                        ProofFailed.class, e -> assertThat(e.code()).isEqualTo("weak-key"));
    }

    @Test
    void requestWithoutAnAddressIsRefused() throws IOException {
        byte[] der = byOpenssl(P_256, "-subj", "/CN=nobody");
        assertThatThrownBy(() -> SigningRequest.verify(PROVIDERS, der)).isInstanceOf(BadEncoding.class);
    }

    @Test
    void alteredAndTruncatedRequestsAreRefusedInTypedForm() {
        byte[] good = SigningRequest.make(PROVIDERS, "alice@corp.example", KEY_PAIRS.generate(KeyType.EC_P256));
        Random random = new Random(5);
        for (int i = 0; i < good.length; i++) {
            byte[] altered = good.clone();
            altered[i] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> SigningRequest.verify(PROVIDERS, altered))
                    .isInstanceOfAny(BadEncoding.class, ProofFailed.class);
            byte[] cut = Arrays.copyOf(good, i);
            assertThatThrownBy(() -> SigningRequest.verify(PROVIDERS, cut)).isInstanceOf(BadEncoding.class);
        }
        assertThatThrownBy(() -> SigningRequest.verify(PROVIDERS, new byte[100_000]))
                .isInstanceOf(BadEncoding.class);
    }

    /**
     * A request that openssl makes for a new key.
     *
     * @param key kind of the key, as {@code -newkey} takes it, and what follows it
     */
    private byte[] byOpenssl(String key, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("req", "-new", "-newkey"));
        words.addAll(List.of(key.split(" ", -1)));
        words.addAll(List.of("-nodes", "-keyout", "key.pem", "-outform", "DER", "-out", "request.der"));
        words.addAll(List.of(options));
        Openssl.Outcome made = Openssl.run(folder, words.toArray(String[]::new));
        assertThat(made.status()).as(made.output()).isZero();
        return Files.readAllBytes(folder.resolve("request.der"));
    }
}
