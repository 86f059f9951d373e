package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilitiesTest {
    @Test
    void standardCapabilitiesHaveTheDerFormOfRfc3565() {
        // SEQUENCE { SEQUENCE { id-aes256-CBC }, SEQUENCE { id-aes128-CBC } }, parameters absent
        assertThat(HexFormat.of().formatHex(Capabilities.STANDARD.toDer()))
                .isEqualTo("301a" + "300b060960864801650304012a" + "300b0609608648016503040102");
    }

    @Test
    void oaepHasTheDerFormOfRfc3560WithSha256() {
        Capabilities oaepOnly = new Capabilities(EnumSet.noneOf(EncryptionFormat.class), true);
        assertThat(HexFormat.of().formatHex(oaepOnly.toDer()))
                .isEqualTo(
                        "303e" // the list
                                + "303c" // one capability
                                + "06092a864886f70d010107" // id-RSAES-OAEP
                                + "302f"
                                + "a00f300d06096086480165030402010500" // hash: SHA-256
                                + "a11c301a06092a864886f70d010108" // mask: MGF1
                                + "300d06096086480165030402010500"); // of SHA-256
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void everyEditionsCapabilitiesSurviveBothForms(Edition edition) {
        Capabilities capabilities = Capabilities.of(edition);
        assertThat(Capabilities.fromDer(capabilities.toDer())).isEqualTo(capabilities);
        assertThat(Capabilities.parse(capabilities.toText())).isEqualTo(capabilities);
    }

    @ParameterizedTest
    @EnumSource(EncryptionFormat.class)
    void everyFormatIsToldFromEveryOther(EncryptionFormat format) {
        Capabilities one = new Capabilities(EnumSet.of(format), false);
        assertThat(Capabilities.fromDer(one.toDer()).formats()).containsExactly(format);
        assertThat(one.toText()).isEqualTo(format.name());
    }

    @Test
    void formatsAreListedStrongestFirst() {
        assertThat(Capabilities.parse("CAST_40 OAEP AES_256_GCM").toText()).isEqualTo("AES_256_GCM CAST_40 OAEP");
        assertThat(Capabilities.parse("").toText()).isEmpty();
    }

    @Test
    void unknownCapabilitiesArePassedOver() throws IOException {
        ASN1EncodableVector list = new ASN1EncodableVector();
        list.add(new DERSequence(new ASN1ObjectIdentifier("1.2.840.113549.3.7")));
        list.add(new DERSequence(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.1.42")));
        assertThat(Capabilities.fromDer(new DERSequence(list).getEncoded()))
                .isEqualTo(Capabilities.parse("AES_256_CBC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "3001", "30800000ff", "0500", "0c0548656c6c6f", "ffffffffffff"})
    void whatIsNoListIsRefused(String hex) {
        assertThatThrownBy(() -> Capabilities.fromDer(HexFormat.of().parseHex(hex)))
                .isInstanceOf(BadEncoding.class);
    }

    @Test
    void garbageNeverThrowsAnythingElse() {
        Random random = new Random(1);
        byte[] good = Capabilities.OWN.toDer();
        for (int i = 0; i < 5000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(Capabilities.fromDer(bad).formats()).isSubsetOf(Capabilities.OWN.formats());
            } catch (BadEncoding expected) {
                assertThat(expected.code()).isEqualTo("bad-encoding");
            }
        }
    }

    @Test
    void wordThatIsNoFormatIsRefused() {
        assertThatThrownBy(() -> Capabilities.parse("ROT13")).isInstanceOf(IllegalArgumentException.class);
    }
}
