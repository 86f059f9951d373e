package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProvidersTest {
    static Stream<Providers> both() {
        return Stream.of(Providers.best(), Providers.portable());
    }

    @ParameterizedTest
    @MethodSource("both")
    void everyPrimitiveIsThereInTheProviderThatIsNamedForIt(Providers providers) throws GeneralSecurityException {
        Cipher.getInstance("AES/GCM/NoPadding", providers.aesGcm());
        Cipher.getInstance("AES/CBC/PKCS5Padding", providers.aesCbc());
        Cipher.getInstance("AES/CTR/NoPadding", providers.aesCbc());
        MessageDigest.getInstance("SHA-256", providers.digest());
        Mac.getInstance("HmacSHA256", providers.mac());
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256", providers.passwordKeys());
        Signature.getInstance("SHA256withRSA", providers.rsaSignature());
        Cipher.getInstance("RSA/ECB/PKCS1Padding", providers.rsaTransport());
        Cipher.getInstance("RSA/ECB/OAEPPadding", providers.rsaTransport());
        KeyPairGenerator.getInstance("RSA", providers.rsaKeys());
        Signature.getInstance("SHA256withECDSA", providers.ellipticCurves());
        KeyAgreement.getInstance("ECDH", providers.ellipticCurves());
        Signature.getInstance("Ed25519", providers.edwardsCurves());
        Cipher.getInstance("CAST5/CBC/PKCS5Padding", providers.historicalCiphers());
        Cipher.getInstance("DES/CBC/PKCS5Padding", providers.historicalCiphers());
    }

    @ParameterizedTest
    @MethodSource("both")
    void bouncyCastleIsNeverChosenForAesOrDigests(Providers providers) {
        for (Provider provider : List.of(providers.aesGcm(), providers.aesCbc(), providers.digest(), providers.mac())) {
            assertThat(provider.getName()).isNotEqualTo("BC");
        }
    }

    @Test
    void theNativeProviderIsUsedOnThisMachineAndSaysSo() {
        assertThat(Providers.best().accelerated()).isTrue();
        assertThat(Providers.best().describe()).startsWith("native: AmazonCorrettoCryptoProvider");
        assertThat(Providers.best().aesGcm().getName()).isEqualTo("AmazonCorrettoCryptoProvider");
        assertThat(Providers.portable().accelerated()).isFalse();
        assertThat(Providers.portable().describe()).startsWith("Java only: JDK ");
    }

    @Test
    void nothingIsRegisteredWithThePlatform() {
        assertThat(Providers.best().accelerated()).isTrue();
        assertThat(Security.getProviders())
                .extracting(Provider::getName)
                .doesNotContain("AmazonCorrettoCryptoProvider", "BC");
    }

    @Test
    void withoutTheNativeClassesTheJdkTakesOverAndSaysWhy() throws IOException, ReflectiveOperationException {
        List<URL> path = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .filter(entry -> !entry.contains("AmazonCorrettoCryptoProvider"))
                .map(ProvidersTest::url)
                .toList();
        try (URLClassLoader without =
                new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> type = Class.forName(Providers.class.getName(), true, without);
            Object best = type.getMethod("best").invoke(null);
            assertThat(type.getMethod("accelerated").invoke(best)).isEqualTo(false);
            assertThat((String) type.getMethod("describe").invoke(best))
                    .contains("Java only", "AmazonCorrettoCryptoProvider is not used: its classes are not installed");
            assertThat(((Provider) type.getMethod("aesGcm").invoke(best)).getName())
                    .isEqualTo("SunJCE");
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, SHA256withRSA",
        "EC, 256, SHA256withECDSA",
        "EC, 384, SHA384withECDSA",
        "Ed25519, 255, Ed25519"
    })
    void foreignKeysAreTakenOverByBothChoices(String algorithm, int size, String signatureAlgorithm)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        KeyPair foreign = generator.generateKeyPair();
        for (Providers providers : both().toList()) {
            PrivateKey privateKey = providers.adopt(foreign.getPrivate());
            PublicKey publicKey = providers.adopt(foreign.getPublic());
            Signature signature =
                    Signature.getInstance(signatureAlgorithm, providers.signature(publicKey.getAlgorithm()));
            signature.initSign(privateKey);
            signature.update(new byte[100]);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(new byte[100]);
            assertThat(signature.verify(signed)).isTrue();
        }
    }

    @Test
    void adoptedKeysAreOfTheNativeProvidersOwnClass() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair foreign = generator.generateKeyPair();
        assertThat(Providers.best().adopt(foreign.getPublic()).getClass().getName())
                .startsWith("com.amazon.corretto.crypto.provider.");
        assertThat(Providers.best().adopt(foreign.getPrivate()).getClass().getName())
                .startsWith("com.amazon.corretto.crypto.provider.");
    }

    @ParameterizedTest
    @MethodSource("both")
    void bytesThatAreNoKeyAreRefused(Providers providers) {
        for (String hex : List.of("", "30", "3000", "0500", "300d06092a864886f70d0101010500", "30030201003000")) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            assertThatThrownBy(() -> providers.publicKey(bytes)).isInstanceOf(BadEncoding.class);
            assertThatThrownBy(() -> providers.privateKey(SecretBytes.taking(bytes.clone())))
                    .isInstanceOf(BadEncoding.class);
        }
        assertThatThrownBy(() -> providers.publicKey(new byte[20_000])).isInstanceOf(BadEncoding.class);
    }

    @ParameterizedTest
    @MethodSource("both")
    void alteredKeysAreRefusedOrAreKeys(Providers providers) throws GeneralSecurityException {
        byte[] good =
                KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getEncoded();
        for (int i = 0; i < good.length; i++) {
            byte[] altered = good.clone();
            altered[i] ^= 1;
            try {
                assertThat(providers.publicKey(altered).getEncoded()).isNotEmpty();
            } catch (BadEncoding expected) {
                assertThat(expected.code()).isEqualTo("bad-encoding");
            }
        }
    }
}
