package org.sealpost.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "alice@corp.example, alice@corp.example",
        "  alice@corp.example , alice@corp.example",
        "Alice@CORP.Example, Alice@corp.example",
        "a.b+tag@sub.corp.example, a.b+tag@sub.corp.example",
        "o'brien@corp.example, o'brien@corp.example",
        "a@bücher.example, a@xn--bcher-kva.example",
        "admin@localhost, admin@localhost"
    })
    void readsAnAddressAndNormalisesItsDomain(String given, String spec) {
        assertThat(Address.of(given).spec()).isEqualTo(spec);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "alice@",
                "@corp.example",
                "alice@@corp.example",
                "alice@corp..example",
                "alice@corp.example.",
                "alice@-corp.example",
                "a b@corp.example",
                "a..b@corp.example",
                ".a@corp.example",
                "alice@corp.example, bob@corp.example",
                "alice@corp.example (a comment)",
                "<alice@corp.example>",
                "team: alice@corp.example;",
                "@route:alice@corp.example",
                "alice@[127.0.0.1]",
                "jürgen@corp.example",
                "alice@corp_x.example",
                "((((((",
                "\"",
                "alice@corp.example>"
            })
    void refusesWhatIsNoAddress(String given) {
        assertThatThrownBy(() -> Address.of(given))
                .isInstanceOfSatisfying(
                        InvalidAddress.class, e -> assertThat(e.reason()).isEqualTo(InvalidAddress.Reason.SYNTAX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@y.example", "a\n@corp.example", "a\0@corp.example", "a@corp\u2028.example"})
    void refusesControlCharactersInTheAddress(String given) {
        assertThatThrownBy(() -> Address.of(given))
                .isInstanceOfSatisfying(InvalidAddress.class, e -> assertThat(e.reason())
                        .isEqualTo(InvalidAddress.Reason.CONTROL_CHARACTER));
    }

    @Test
    void refusesControlCharactersInTheName() {
        assertThatThrownBy(() -> Address.of("Alice\r\nBcc: all@corp.example", "alice@corp.example"))
                .isInstanceOf(InvalidAddress.class);
    }

    @Test
    void refusesAnEmptyAddress() {
        assertThatThrownBy(() -> Address.of("  "))
                .isInstanceOfSatisfying(
                        InvalidAddress.class, e -> assertThat(e.reason()).isEqualTo(InvalidAddress.Reason.EMPTY));
    }

    @Test
    void keepsTheLengthsOfRfc5321() {
        String domain = "@" + "d".repeat(60) + ".example";
        assertThat(Address.of("a".repeat(64) + domain).spec()).hasSize(64 + domain.length());
        assertTooLong("a".repeat(65) + domain);
        assertTooLong("a@" + ("d".repeat(60) + ".").repeat(4) + "example.com");
        assertTooLong("a".repeat(100_000));
    }

    @Test
    void namesTheReasonAndAShortenedAddressInTheRefusal() {
        assertThatThrownBy(() -> Address.of("x".repeat(300))).isInstanceOfSatisfying(InvalidAddress.class, e -> {
            assertThat(e.code()).isEqualTo("invalid-address");
            assertThat(e.arguments().get(0).toString()).hasSizeLessThan(100);
            assertThat(e.arguments().get(1)).isEqualTo("too-long");
        });
    }

    @Test
    void equalsByMailboxWhateverTheNameAndTheDomainsCase() {
        Address address = Address.of("Alice", "alice@corp.example");
        assertThat(address)
                .isEqualTo(Address.of("Somebody", "alice@CORP.EXAMPLE"))
                .hasSameHashCodeAs(Address.of("alice@CORP.EXAMPLE"))
                .isNotEqualTo(Address.of("Alice@corp.example"))
                .isNotEqualTo(Address.of("alice@corp.invalid"));
        assertThat(address.sameMailbox(Address.of("ALICE@corp.example"))).isTrue();
        assertThat(address.sameMailbox(Address.of("bob@corp.example"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Alice Wong <alice@corp.example> | Alice Wong",
                "\"Söhne, Jürgen \\\"J\\\"\" <j@corp.example> | Söhne, Jürgen \"J\"",
                "<alice@corp.example> | ~~",
                "alice@corp.example | ~~",
                "山田太郎 <yamada@corp.example> | 山田太郎"
            })
    void readsWhatAPersonTyped(String typed, String name) {
        assertThat(Address.parse(typed).displayName()).isEqualTo(name);
    }

    @Test
    void isShownWithItsNameButNeverLogged() {
        Address address = Address.of("Alice Wong", "alice@corp.example");
        assertThat(address.shown()).isEqualTo("Alice Wong <alice@corp.example>");
        assertThat(address).hasToString("alice@corp.example");
        assertThat(Address.of("alice@corp.example").shown()).isEqualTo("alice@corp.example");
        assertThat(address.domain()).isEqualTo("corp.example");
    }

    @Test
    void findGivesNothingForTextThatIsNoAddress() {
        assertThat(Address.find("Alice", "not an address")).isEmpty();
        assertThat(Address.find("Alice", "alice@corp.example")).isPresent();
    }

    private static void assertTooLong(String given) {
        assertThatThrownBy(() -> Address.of(given))
                .isInstanceOfSatisfying(
                        InvalidAddress.class, e -> assertThat(e.reason()).isEqualTo(InvalidAddress.Reason.TOO_LONG));
    }
}
