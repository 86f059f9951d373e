package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The native and the portable choice are exchangeable: what one makes the other understands. */
class ProvidersAgreeTest {
    private static final Providers BEST = Providers.best();
    private static final Providers PORTABLE = Providers.portable();

    static Stream<Arguments> bothWays() {
        return Stream.of(Arguments.of(BEST, PORTABLE), Arguments.of(PORTABLE, BEST));
    }

    private static KeyPair pair(String algorithm, int size, Provider provider) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, provider);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, SHA256withRSA",
        "RSA, 2048, SHA384withRSA",
        "EC, 256, SHA256withECDSA",
        "EC, 384, SHA384withECDSA"
    })
    void signaturesOfOneVerifyWithTheOther(String algorithm, int size, String name) throws GeneralSecurityException {
        byte[] text = new byte[10_000];
        new Random(1).nextBytes(text);
        for (Providers[] way : new Providers[][] {{BEST, PORTABLE}, {PORTABLE, BEST}}) {
            Provider keys = algorithm.equals("EC") ? way[0].ellipticCurves() : way[0].rsaKeys();
            KeyPair pair = pair(algorithm, size, keys);
            Signature signer = Signature.getInstance(name, way[0].signature(algorithm));
            signer.initSign(pair.getPrivate());
            signer.update(text);
            byte[] signature = signer.sign();
            PublicKey publicKey = way[1].adopt(pair.getPublic());
            Signature verifier = Signature.getInstance(name, way[1].signature(algorithm));
            verifier.initVerify(publicKey);
            verifier.update(text);
            assertThat(verifier.verify(signature)).isTrue();
            text[0] ^= 1;
            verifier.initVerify(publicKey);
            verifier.update(text);
            assertThat(verifier.verify(signature)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void rsaKeyTransportByOaepWithSha256IsTheSame(Providers from, Providers to) throws GeneralSecurityException {
        OAEPParameterSpec oaep =
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
        KeyPair pair = pair("RSA", 2048, to.rsaKeys());
        Cipher wrap = Cipher.getInstance("RSA/ECB/OAEPPadding", from.rsaTransport());
        wrap.init(Cipher.ENCRYPT_MODE, from.adopt(pair.getPublic()), oaep);
        byte[] wrapped = wrap.doFinal(new byte[32]);
        Cipher unwrap = Cipher.getInstance("RSA/ECB/OAEPPadding", to.rsaTransport());
        unwrap.init(Cipher.DECRYPT_MODE, pair.getPrivate(), oaep);
        assertThat(unwrap.doFinal(wrapped)).isEqualTo(new byte[32]);
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void rsaKeyTransportByPkcs1IsTheSame(Providers from, Providers to) throws GeneralSecurityException {
        KeyPair pair = pair("RSA", 2048, to.rsaKeys());
        Cipher wrap = Cipher.getInstance("RSA/ECB/PKCS1Padding", from.rsaTransport());
        wrap.init(Cipher.ENCRYPT_MODE, from.adopt(pair.getPublic()));
        byte[] wrapped = wrap.doFinal(new byte[8]);
        Cipher unwrap = Cipher.getInstance("RSA/ECB/PKCS1Padding", to.rsaTransport());
        unwrap.init(Cipher.DECRYPT_MODE, pair.getPrivate());
        assertThat(unwrap.doFinal(wrapped)).isEqualTo(new byte[8]);
    }

    @ParameterizedTest
    @CsvSource({"256", "384"})
    void agreedSecretsAreTheSame(int size) throws GeneralSecurityException {
        KeyPair one = pair("EC", size, BEST.ellipticCurves());
        KeyPair other = pair("EC", size, PORTABLE.ellipticCurves());
        KeyAgreement first = KeyAgreement.getInstance("ECDH", BEST.ellipticCurves());
        first.init(one.getPrivate());
        first.doPhase(BEST.adopt(other.getPublic()), true);
        KeyAgreement second = KeyAgreement.getInstance("ECDH", PORTABLE.ellipticCurves());
        second.init(other.getPrivate());
        second.doPhase(PORTABLE.adopt(one.getPublic()), true);
        assertThat(first.generateSecret()).isEqualTo(second.generateSecret()).hasSize(size / 8);
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void authenticatedEncryptionIsTheSame(Providers from, Providers to) throws GeneralSecurityException {
        SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
        GCMParameterSpec nonce = new GCMParameterSpec(128, new byte[12]);
        Cipher encrypt = Cipher.getInstance("AES/GCM/NoPadding", from.aesGcm());
        encrypt.init(Cipher.ENCRYPT_MODE, key, nonce);
        encrypt.updateAAD(new byte[5]);
        byte[] sealed = encrypt.doFinal(new byte[1000]);
        Cipher decrypt = Cipher.getInstance("AES/GCM/NoPadding", to.aesGcm());
        decrypt.init(Cipher.DECRYPT_MODE, key, nonce);
        decrypt.updateAAD(new byte[5]);
        assertThat(decrypt.doFinal(sealed)).isEqualTo(new byte[1000]);
    }

    @Test
    void messageAuthenticationIsTheSame() throws GeneralSecurityException {
        List<byte[]> tags = new ArrayList<>();
        for (Providers providers : List.of(BEST, PORTABLE)) {
            Mac mac = Mac.getInstance("HmacSHA256", providers.mac());
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            tags.add(mac.doFinal(new byte[100]));
        }
        assertThat(tags.get(0)).isEqualTo(tags.get(1));
    }

    @ParameterizedTest
    @CsvSource({"CAST5, 8", "CAST5, 5", "DES, 8"})
    void historicalCiphersTakeTheKeyLengthsOf1996(String name, int length) throws GeneralSecurityException {
        SecretKeySpec key =
                new SecretKeySpec(SecretBytes.random(length, new SecureRandom()).expose(), name);
        Cipher cipher = Cipher.getInstance(name + "/CBC/PKCS5Padding", BEST.historicalCiphers());
        cipher.init(Cipher.ENCRYPT_MODE, key);
        byte[] vector = cipher.getIV();
        byte[] sealed = cipher.doFinal(new byte[100]);
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(vector));
        assertThat(cipher.doFinal(sealed)).isEqualTo(new byte[100]);
    }

    @Test
    void manyThreadsShareOneHpkeAndOneKeyWrap() throws InterruptedException, ExecutionException {
        SecureRandom random = new SecureRandom();
        Hpke hpke = new Hpke(BEST, random);
        KeyWrap wrap = new KeyWrap(BEST, random);
        Hpke.Pair pair = hpke.keyPair();
        SecretBytes kek = SecretBytes.random(32, random);
        Callable<Boolean> work = () -> {
            for (int i = 0; i < 50; i++) {
                byte[] secret = {(byte) i};
                byte[] sealed = hpke.sealContent(pair.publicKey(), secret, secret, secret);
                byte[] wrapped = wrap.wrap(kek.asAesKey(), sealed, "p", "i" + i);
                byte[] unwrapped =
                        wrap.unwrap(kek.asAesKey(), wrapped, "p", "i" + i).expose();
                if (hpke.openContent(pair.privateKey(), secret, secret, unwrapped)
                                .expose()[0]
                        != i) {
                    return false;
                }
            }
            return true;
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> outcome : threads.invokeAll(Collections.nCopies(8, work))) {
                assertThat(outcome.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
