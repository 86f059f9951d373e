package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachedFileTest {

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "C:\\Users\\alice\\report.pdf, report.pdf",
        "../../etc/passwd, passwd",
        "Jürgen Söhne.odt, Jürgen Söhne.odt",
        "見積書.xlsx, 見積書.xlsx",
    })
    void aNameIsTheLastPartOfItsPath(String given, String name) {
        assertThat(named(given)).isEqualTo(name);
    }

    @Test
    void charactersThatHideTheRealNameGo() {
        assertThat(named("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(named("a\u200Bb\r\nBcc: eve.txt")).isEqualTo("abBcc: eve.txt");
    }

    @Test
    void nothingLeftIsStillAName() {
        assertThat(named("folder/")).isEqualTo("file");
        assertThat(named(" \u0000 ")).isEqualTo("file");
    }

    @Test
    void goesOutAsItCame() throws IOException {
        byte[] content = {1, 2, 3};
        AttachedFile file = AttachedFile.uploaded("a.bin", "application/x-any", content);
        assertThat(file.size()).isEqualTo(3);
        assertThat(file.outgoing().fileName()).isEqualTo("a.bin");
        assertThat(file.outgoing().mediaType()).isEqualTo("application/x-any");
        try (InputStream in = file.outgoing().content().open()) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    private static String named(String given) {
        return AttachedFile.uploaded(given, "text/plain", new byte[1]).name();
    }
}
