package org.sealpost.dane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.mime.Address;
import org.sealpost.pki.Certificates;

class SmimeaRecordTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "smime", "golden");

    private final X509Certificate certificate;

    SmimeaRecordTest() throws IOException {
        certificate = Certificates.parse(Files.readAllBytes(GOLDEN.resolve("rsa.pem")));
    }

    @Test
    void theNameIsTheOneOfTheStandardsExample() {
        assertThat(SmimeaRecord.encryption(Address.of("hugh@Example.com"), certificate))
                .extracting(SmimeaRecord::owner)
                .containsExactly("c93f1e400f26708f98cb19d936620da35eec8f72e57f9eec01c1afd6._smimecert.example.com.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice@corp.example|alice|",
                "Alice.Archer@corp.example|Alice.Archer|alice.archer",
                "\"two words\"@corp.example|two words|",
                "\"a\\\"b\"@corp.example|a\"b|",
            })
    void whatIsHashedIsTheLocalPartWithoutItsQuotesAndInLowerCaseToo(String address, String hashed, String lower)
            throws Exception {
        List<String> names = SmimeaRecord.signing(Address.of(address), certificate).stream()
                .map(SmimeaRecord::owner)
                .toList();
        assertThat(names.get(0)).isEqualTo(name(hashed));
        assertThat(names).hasSize(lower == null ? 1 : 2);
        if (lower != null) {
            assertThat(names.get(1)).isEqualTo(name(lower));
        }
    }

    @Test
    void anInternationalDomainIsWrittenAsTheNameSystemHasIt() {
        assertThat(SmimeaRecord.signing(Address.of("a@bücher.example"), certificate))
                .allSatisfy(one -> assertThat(one.owner()).endsWith("._smimecert.xn--bcher-kva.example."));
    }

    @Test
    void anEncryptionCertificateIsWhole() {
        SmimeaRecord one = SmimeaRecord.encryption(Address.of("alice@corp.example"), certificate)
                .get(0);
        assertThat(one.selector()).isZero();
        assertThat(one.matching()).isZero();
        assertThat(Certificates.parse(HexFormat.of().parseHex(one.association())))
                .isEqualTo(certificate);
    }

    @Test
    void ofASigningCertificateTheHashOfItsKeyIsEnough() throws Exception {
        SmimeaRecord one = SmimeaRecord.signing(Address.of("alice@corp.example"), certificate)
                .get(0);
        assertThat(one.selector()).isOne();
        assertThat(one.matching()).isOne();
        assertThat(one.association())
                .isEqualTo(HexFormat.of()
                        .formatHex(sha256(certificate.getPublicKey().getEncoded())));
    }

    @Test
    void theTextIsWhatAZoneFileHas() {
        SmimeaRecord one = SmimeaRecord.signing(Address.of("alice@corp.example"), certificate)
                .get(0);
        assertThat(one.zoneText()).isEqualTo(one.owner() + " 3600 IN SMIMEA 3 1 1 " + one.association() + "\n");
    }

    @Test
    void longRecordsStandOnSeveralLinesInBrackets() {
        SmimeaRecord one = SmimeaRecord.encryption(Address.of("alice@corp.example"), certificate)
                .get(0);
        List<String> lines = one.zoneText().lines().toList();
        assertThat(lines.get(0)).isEqualTo(one.owner() + " 3600 IN SMIMEA 3 0 0 (");
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
        assertThat(lines.get(lines.size() - 1)).endsWith(" )");
        String text = one.zoneText();
        assertThat(text.substring(text.indexOf('(') + 1, text.indexOf(')')).replaceAll("\\s", ""))
                .isEqualTo(one.association());
    }

    private static String name(String localPart) throws Exception {
        byte[] hash = sha256(localPart.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, 28)) + "._smimecert.corp.example.";
    }

    private static byte[] sha256(byte[] content) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }
}
