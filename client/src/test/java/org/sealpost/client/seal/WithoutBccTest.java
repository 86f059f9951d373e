package org.sealpost.client.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.mime.MessageSource;

class WithoutBccTest {
    @ParameterizedTest
    @CsvSource({
        "'To: b|Bcc: c|Subject: s||Body', 'To: b|Subject: s||Body'",
        "'To: b|BCC: c,|  d|Bcc: e|Subject: s||Bcc: in the body', 'To: b|Subject: s||Bcc: in the body'",
        "'Bcc: c||', '|'",
        "'To: b||Body', 'To: b||Body'"
    })
    void blindRecipientsAreTakenOutOfTheHeaderAlone(String message, String expected) throws IOException {
        byte[] octets = message.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII);
        MessageSource without = WithoutBcc.of(MessageSource.of(octets));
        try (InputStream in = without.open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(text).isEqualTo(expected.replace("|", "\r\n"));
            assertThat(without.length()).isEqualTo(text.length());
        }
    }
}
