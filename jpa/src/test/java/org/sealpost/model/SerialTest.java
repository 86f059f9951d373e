package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialTest {
    @ParameterizedTest
    @CsvSource({
        "ab01, ab01",
        "AB:01, ab01",
        "00:ab:01, ab01",
        "00 AB 01, ab01",
        "'  7\t', 7",
        "0000000000000000000000000000000000000000000000000000000000000007, 7"
    })
    void aNumberIsTakenInTheFormsThatProgramsShowItIn(String typed, String value) {
        assertThat(Serial.typed(typed)).isEqualTo(new Serial(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00:00", "-7", "0x7", "xyz", "7;8", "11111111111111111111111111111111111111111"})
    void whatIsNoNumberIsRefused(String typed) {
        assertThatThrownBy(() -> Serial.typed(typed)).isInstanceOf(BadSerial.class);
    }
}
