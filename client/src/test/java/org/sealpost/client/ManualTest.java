package org.sealpost.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    Path share;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @Test
    void manPagesAndCompletionNameEveryVerb() throws Exception {
        Manual.main(new String[] {share.toString()});
        String page = Files.readString(share.resolve("man/man1/sealpost.1"));
        String completion = Files.readString(share.resolve("bash-completion/completions/sealpost"));

        assertThat(page)
                .startsWith(".TH SEALPOST 1")
                .contains(
                        ".SS seal\n", ".SS open MESSAGE\n", ".SS admin enable ADDRESS\n", "\\-\\-password\\-file FILE")
                .contains("AES\\-256\\-GCM");
        assertThat(completion).contains("unseal", "--if-not-enabled", "AES-256-GCM");
    }

    @Test
    void theGermanPageIsGerman() throws Exception {
        Manual.main(new String[] {share.toString()});
        assertThat(Files.readString(share.resolve("man/de/man1/sealpost.1")))
                .contains(".SH VERBEN", "Löst ein Token ein");
    }

    @Test
    void noTextIsTakenForACommand() throws Exception {
        Manual.main(new String[] {share.toString()});
        assertThat(Files.readAllLines(share.resolve("man/man1/sealpost.1")))
                .allMatch(line -> !line.startsWith(".") || line.matches("\\.(TH|SH|SS|TP|B).*"));
    }
}
