package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BerReaderTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 255, 256, 1000, 65_535, 65_536, 300_000})
    void streamsOctetsInOnePieceOrInMany(int length) throws IOException {
        byte[] octets = new byte[length];
        new Random(length).nextBytes(octets);
        byte[] one = new DERSequence(new DEROctetString(octets)).getEncoded(ASN1Encoding.DER);
        byte[] many = new BERSequence(new BEROctetString(octets, 1000)).getEncoded(ASN1Encoding.BER);
        for (byte[] encoded : new byte[][] {one, many}) {
            BerReader reader = reader(encoded);
            reader.enter(Der.SEQUENCE);
            Gathering small = Gathering.of(octets(reader), length);
            assertThat(small.bytes()).hasValueSatisfying(it -> assertThat(it).isEqualTo(octets));
            assertThat(small.length()).isEqualTo(length);
            reader.leave();
        }
        if (length > 1) {
            BerReader reader = reader(many);
            reader.enter(Der.SEQUENCE);
            Gathering large = Gathering.of(octets(reader), length - 1);
            assertThat(large.bytes()).isEmpty();
            assertThat(large.length()).isEqualTo(length);
        }
    }

    @Test
    void takesElementsWholeWithDefiniteAndIndefiniteLength() throws IOException {
        String inner = "30800201053003020106" + "2480" + "0401AA" + "0401BB" + "0000" + "0000";
        BerReader reader = reader(hex("3080" + inner + "020107" + "0000"));
        reader.enter(Der.SEQUENCE);
        assertThat(reader.peek()).isEqualTo(Der.SEQUENCE);
        assertThat(reader.element(100)).isEqualTo(hex(inner));
        assertThat(reader.element(100)).isEqualTo(hex("020107"));
        assertThat(reader.peek()).isZero();
        reader.leave();
    }

    @Test
    void normalisesLongLengths() throws IOException {
        assertThat(reader(hex("0484000000020102")).element(10)).isEqualTo(hex("04020102"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "3005020101",
                "300302020101",
                "3080020101",
                "0480010000",
                "3F0101",
                "0000",
                "30870000000000000101",
                "3084FFFFFFFF",
                "30030204050607",
            })
    void refusesWhatIsCutOffOrDoesNotFit(String hex) {
        assertThatThrownBy(() -> {
                    BerReader reader = reader(hex(hex));
                    reader.enter(Der.SEQUENCE);
                    reader.leaveEarly(100);
                })
                .isInstanceOf(MalformedSeal.class);
    }

    @Test
    void refusesToLeaveBeforeTheEnd() throws IOException {
        BerReader reader = reader(hex("3003020101"));
        reader.enter(Der.SEQUENCE);
        assertThatThrownBy(reader::leave).isInstanceOf(MalformedSeal.class);
    }

    @Test
    void boundsDepthAndSize() {
        byte[] deep = new byte[2 * (BerReader.MAXIMUM_DEPTH + 1)];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        assertThatThrownBy(() -> reader(deep).element(1000)).isInstanceOf(SealTooLarge.class);
        byte[] large = Der.element(Der.OCTET_STRING, new byte[100]);
        assertThatThrownBy(() -> reader(large).element(100)).isInstanceOf(SealTooLarge.class);
        byte[] announced = hex("0484700000000102");
        assertThatThrownBy(() -> reader(announced).element(1000)).isInstanceOf(SealTooLarge.class);
    }

    @Test
    void refusesPiecesThatAreNoOctets() throws IOException {
        BerReader reader = reader(hex("24800401AA0201010000"));
        OctetInput octets = octets(reader);
        assertThat(octets.read()).isEqualTo(0xAA);
        assertThatThrownBy(octets::read).isInstanceOf(MalformedSeal.class);
    }

    @Test
    void readsPiecesInsidePieces() throws IOException {
        BerReader reader = reader(hex("2480" + "2480" + "0401AA" + "0400" + "0000" + "240304" + "01BB" + "0000"));
        assertThat(octets(reader).readAllBytes()).isEqualTo(hex("AABB"));
    }

    @Test
    void writesLengthsAsBouncyCastleDoes() throws IOException {
        for (int length : new int[] {0, 127, 128, 255, 256, 65_535, 65_536, 1 << 24}) {
            byte[] expected = new DEROctetString(new byte[length]).getEncoded();
            assertThat(Der.header(Der.OCTET_STRING, length))
                    .isEqualTo(Arrays.copyOf(expected, expected.length - length));
        }
        assertThat(Der.header(Der.OCTET_STRING, 1L << 32)).isEqualTo(hex("04850100000000"));
    }

    private static OctetInput octets(BerReader reader) throws IOException {
        return new OctetInput(reader, Der.OCTET_STRING, new ByteArrayInputStream(new byte[0]));
    }

    private static BerReader reader(byte[] bytes) {
        return new BerReader(new ByteArrayInputStream(bytes), bytes.length);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
