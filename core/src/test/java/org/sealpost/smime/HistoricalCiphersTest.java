package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.misc.CAST5CBCParameters;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.crypto.SecretBytes;

/** The historical ciphers against published vectors: no other program at hand knows CAST5 with less than 128 bits. */
class HistoricalCiphersTest {
    private static final int BLOCK = 8;

    /** RFC 2144 appendix B.1. With a vector of zeros the first block of CBC is what the bare cipher gives. */
    @ParameterizedTest
    @CsvSource({
        "0123456712, 7AC816D16E9B302E",
        "01234567123456782345, EB6A711A2C02271B",
        "0123456712345678234567893456789A, 238B4FE5847E44B2"
    })
    void cast5GivesTheVectorsOfItsRfc(String key, String encrypted) throws Exception {
        int bits = key.length() * 4;
        assertThat(firstBlock(
                        MiscObjectIdentifiers.cast5CBC,
                        new CAST5CBCParameters(new byte[BLOCK], bits),
                        key,
                        "0123456789ABCDEF"))
                .isEqualTo(encrypted);
    }

    /** FIPS 81 table B1. */
    @ParameterizedTest
    @CsvSource({"4E6F772069732074, 3FA40E8A984D4815"})
    void desGivesTheVectorOfItsStandard(String plain, String encrypted) throws Exception {
        assertThat(firstBlock(
                        OIWObjectIdentifiers.desCBC, new DEROctetString(new byte[BLOCK]), "0123456789ABCDEF", plain))
                .isEqualTo(encrypted);
    }

    private static String firstBlock(ASN1ObjectIdentifier algorithm, ASN1Encodable parameters, String key, String plain)
            throws Exception {
        ContentCipher cipher = ContentCiphers.read(new AlgorithmIdentifier(algorithm, parameters));
        try (SecretBytes secret = SecretBytes.taking(HexFormat.of().parseHex(key))) {
            byte[] encrypted = cipher.start(Cipher.ENCRYPT_MODE, secret, Corp.PROVIDERS)
                    .doFinal(HexFormat.of().parseHex(plain));
            return HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(encrypted, BLOCK));
        }
    }
}
