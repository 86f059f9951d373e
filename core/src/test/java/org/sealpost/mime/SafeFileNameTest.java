package org.sealpost.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report.pdf | report.pdf",
                "../../etc/passwd | passwd",
                "C:\\Windows\\system32\\cmd.exe | cmd.exe",
                "/absolute/name.txt | name.txt",
                "O'Brien's.pdf | O'Brien's.pdf",
                "Jürgen \"J\" Söhne.pdf | Jürgen _J_ Söhne.pdf",
                "日本語.pdf | 日本語.pdf",
                "שלום.pdf | שלום.pdf",
                "😀.png | 😀.png",
                ".htaccess | htaccess",
                "evil.exe. . . | evil.exe",
                "CON.txt | _CON.txt",
                "nul | _nul",
                "a<b>c:d.txt | a_b_c_d.txt",
                "name.txt:stream | name.txt_stream"
            })
    void keepsANameAndDropsWhatCouldHarm(String given, String safe) {
        assertThat(SafeFileName.of(given, "application/pdf")).isEqualTo(safe);
    }

    @Test
    void dropsTheDirectionOverrideThatHidesAnExtension() {
        assertThat(SafeFileName.of("invoice\u202Efdp.exe", "application/pdf")).isEqualTo("invoicefdp.exe");
        assertThat(SafeFileName.of("a\u2066\u200F\u200B\uFEFFb.txt", "text/plain"))
                .isEqualTo("ab.txt");
    }

    @Test
    void dropsControlCharacters() {
        assertThat(SafeFileName.of("a\r\nContent-Type: text.html\0", "text/plain"))
                .doesNotContain("\r", "\n", "\0", ":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "..", "/", "\\", "\u202E", "...", "a/"})
    void givesANameOfItsOwnWhenNothingIsLeft(String given) {
        assertThat(SafeFileName.of(given, "application/pdf")).isEqualTo("attachment.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "message/rfc822, message.eml",
        "image/png, image.png",
        "application/x-unknown, attachment.bin",
        "TEXT/PLAIN, attachment.txt"
    })
    void namesAPartThatCameWithoutAName(String mediaType, String name) {
        assertThat(SafeFileName.unnamed(mediaType)).isEqualTo(name);
    }

    @Test
    void shortensALongNameAndKeepsItsExtension() {
        String safe = SafeFileName.of("日".repeat(300) + ".docx", "application/pdf");
        assertThat(safe.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(200);
        assertThat(safe).endsWith("日.docx");
        assertThat(SafeFileName.of("a".repeat(300), "text/plain")).hasSize(200);
        assertThat(SafeFileName.of("a." + "b".repeat(300), "text/plain")).hasSize(200);
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(SafeFileName.of("😀".repeat(100) + ".png", "image/png")).matches("(😀)+\\.png");
    }
}
