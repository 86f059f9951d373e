package org.sealpost.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.BadEncoding;

class FrameTest {

    @Test
    void messagesAreTakenOneAfterTheOther() throws IOException {
        InputStream in = octets("3003010203" + "30810401020304" + "3000");
        assertThat(Frame.next(in)).contains(HexFormat.of().parseHex("3003010203"));
        assertThat(Frame.next(in)).contains(HexFormat.of().parseHex("30810401020304"));
        assertThat(Frame.next(in)).contains(HexFormat.of().parseHex("3000"));
        assertThat(Frame.next(in)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "474554202f", // GET /
                "1603010200", // TLS within TLS
                "30", // no length
                "3005010203", // too short
                "3080010203", // indefinite
                "3085000000000101", // a length of five octets
                "308400010000", // larger than allowed
                "3084ffffffff",
                "308201" // half a length
            })
    void whatIsNoMessageIsRefusedBeforeItIsKept(String hex) {
        assertThatThrownBy(() -> Frame.next(octets(hex))).isInstanceOf(BadEncoding.class);
    }

    @Test
    void theLargestMessageIsTakenAndOneOctetMoreIsNot() throws IOException {
        int largest = Frame.LARGEST - 4;
        assertThat(Frame.next(sized(largest)))
                .hasValueSatisfying(frame -> assertThat(frame).hasSize(Frame.LARGEST));
        assertThatThrownBy(() -> Frame.next(sized(largest + 1))).isInstanceOf(BadEncoding.class);
    }

    private static InputStream sized(int size) {
        byte[] message = new byte[size + 4];
        message[0] = 0x30;
        message[1] = (byte) 0x82;
        message[2] = (byte) (size >> 8);
        message[3] = (byte) size;
        return new ByteArrayInputStream(message);
    }

    private static InputStream octets(String hex) {
        return new ByteArrayInputStream(HexFormat.of().parseHex(hex));
    }
}
