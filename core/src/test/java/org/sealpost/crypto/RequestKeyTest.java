package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestKeyTest {
    private static final String UUID = "8e03978e-40d5-43dd-bc93-6894a57f9324";
    private static final byte[] ANSWER = "7K3QF-0M2ZP".getBytes(StandardCharsets.US_ASCII);

    private final KeyWrap wrap = new KeyWrap(Providers.best(), new SecureRandom());

    @Test
    void quotesAreTheHeadersAndNotTheKeys() {
        assertThat(key("\"" + UUID + "\"").name()).isEqualTo(key(UUID).name()).matches("[0-9a-f]{64}");
        assertThat(key(" " + UUID + " ").name()).isEqualTo(key(UUID).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "\"\"",
                "123456789012345678901",
                "\"8e03978e-40d5-43dd-bc93-6894a57f9324",
                "8e03978e-40d5-43dd-bc93-6894a57f9324\"",
                "8e03978e 40d5 43dd bc93 6894a57f9324",
                "8e03978e-40d5-43dd-bc93-6894a57f932ü",
                "8e03978e-40d5-43dd-bc93\n6894a57f9324"
            })
    void whatIsNoKeyOrTooShortIsRefused(String header) {
        assertThatThrownBy(() -> key(header)).isInstanceOf(BadRequestKey.class);
    }

    @Test
    void aKeyHasAtMostOneHundredAndTwentyEightCharacters() {
        assertThat(key("k".repeat(128))).isNotNull();
        assertThatThrownBy(() -> key("k".repeat(129))).isInstanceOf(BadRequestKey.class);
    }

    @Test
    void anotherLoginsSameKeyIsAnother() {
        RequestKey bobs = RequestKey.of("bob", UUID);
        assertThat(bobs.name()).isNotEqualTo(key(UUID).name());
        assertThat(bobs.mark(ANSWER)).isNotEqualTo(key(UUID).mark(ANSWER));
        assertThatThrownBy(() -> bobs.open(wrap, key(UUID).seal(wrap, ANSWER))).isInstanceOf(UnwrapFailed.class);
    }

    @Test
    void theMarkIsTheSameForTheSameRequestOnly() {
        Set<String> marks = new HashSet<>();
        for (String request : new String[] {"", "a", "b", "ab"}) {
            byte[] octets = request.getBytes(StandardCharsets.US_ASCII);
            assertThat(key(UUID).mark(octets)).hasSize(32).isEqualTo(key(UUID).mark(octets));
            marks.add(new String(key(UUID).mark(octets), StandardCharsets.ISO_8859_1));
        }
        assertThat(marks).hasSize(4);
        assertThat(key("another-key-of-the-same-one").mark(ANSWER))
                .isNotEqualTo(key(UUID).mark(ANSWER));
    }

    @Test
    void theAnswerOpensWithTheKeyAlone() {
        byte[] sealed = key(UUID).seal(wrap, ANSWER);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("7K3QF");
        assertThat(key(UUID).open(wrap, sealed)).isEqualTo(ANSWER);
        assertThatThrownBy(() -> key("another-key-of-the-same-one").open(wrap, sealed))
                .isInstanceOf(UnwrapFailed.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> key(UUID).open(wrap, sealed)).isInstanceOf(UnwrapFailed.class);
    }

    @Test
    void itsTextDoesNotTellTheKey() {
        assertThat(key(UUID).toString()).doesNotContain("8e03").contains("alice");
    }

    private static RequestKey key(String header) {
        return RequestKey.of("alice", header);
    }
}
