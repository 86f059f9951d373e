package org.sealpost.web.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.ocsp.StatusRequest;

class PathRequestTest {

    /** Base64 of it holds a plus sign, slashes in a row and an equals sign. */
    private static final byte[] OCTETS = {(byte) 0xfb, (byte) 0xff, (byte) 0xff, (byte) 0xff, 1, 2, 3};

    @Test
    void theRequestIsReadAsItStandsOrWithWhatClientsEscape() {
        String plain = Base64.getEncoder().encodeToString(OCTETS);
        assertThat(plain).contains("+").contains("//").contains("=");
        assertThat(new PathRequest(plain).octets()).isEqualTo(OCTETS);
        String escaped = URLEncoder.encode(plain, StandardCharsets.US_ASCII);
        assertThat(escaped).contains("%2B").contains("%2F");
        assertThat(new PathRequest(escaped).octets()).isEqualTo(OCTETS);
    }

    @Test
    void theFillingAtTheEndMayBeMissing() {
        String bare = Base64.getEncoder().withoutPadding().encodeToString(OCTETS);
        assertThat(new PathRequest(bare).octets()).isEqualTo(OCTETS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "abc%", "%4", "%zz00", "ab cd", "é", "AAAA?AAAA", "A"})
    void whatIsNoBase64IsRefused(String rest) {
        assertThatThrownBy(() -> new PathRequest(rest).octets()).isInstanceOf(BadEncoding.class);
    }

    @Test
    void whatIsTooLongIsNotEvenDecoded() {
        String rest = "A".repeat(StatusRequest.LARGEST * 4 + 1);
        assertThatThrownBy(() -> new PathRequest(rest).octets()).isInstanceOf(BadEncoding.class);
    }
}
