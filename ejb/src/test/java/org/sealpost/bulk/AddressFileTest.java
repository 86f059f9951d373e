package org.sealpost.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.example\nb@x.example\n",
                "address\r\na@x.example\r\nb@x.example",
                "\uFEFFName;E-Mail;Room\nAda;a@x.example;1\nBen;b@x.example;2\n",
                "name,mail\n\"Lovelace, Ada\", a@x.example \n\n\"Ben\",b@x.example",
                "Ada,a@x.example\nBen,b@x.example,surplus\nshort",
                "mail,manager\na@x.example,m@x.example\n,m@x.example\nb@x.example,"
            })
    void theColumnOfAddressesIsFound(String file) {
        assertThat(read(file)).isEqualTo(List.of("a@x.example", "b@x.example"));
    }

    @Test
    void whatIsNoAddressStaysForTheDryRunToTell() {
        assertThat(read("mail\nnonsense\na@x.example")).containsExactly("nonsense", "a@x.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,room\nAda,1\n", "just words"})
    void aFileWithoutAddressesIsRefused(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(UnreadableAddressFile.class, refused -> assertThat(refused.arguments())
                        .containsExactly("no-addresses"));
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThatThrownBy(() -> AddressFile.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0}))
                .isInstanceOf(UnreadableAddressFile.class);
    }

    @Test
    void aFileTooLargeIsRefused() {
        assertThatThrownBy(() -> AddressFile.read(new byte[AddressFile.MAX_BYTES + 1]))
                .isInstanceOf(UnreadableAddressFile.class);
    }

    @Test
    void anEmptyFileHasNoAddresses() {
        assertThat(read("")).isEmpty();
    }

    private static List<String> read(String file) {
        return AddressFile.read(file.getBytes(StandardCharsets.UTF_8));
    }
}
