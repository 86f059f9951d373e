package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.HeaderFields;

/** Real and broken mail, sealed and opened again: content header and body come back byte for byte. */
class CorpusTest {

    static final Path CORPUS = Path.of("src/test/resources/mail-corpus");

    static List<Path> messages() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.filter(it -> it.toString().endsWith(".msg")).sorted().toList();
        }
    }

    @Test
    void theCorpusIsThere() throws IOException {
        assertThat(messages()).hasSize(80);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void comesBackFromSigningAndEncryptingInEveryFormat(Path file) throws IOException {
        byte[] message = Files.readAllBytes(file);
        for (EncryptionFormat format : EncryptionFormat.values()) {
            byte[] sealed = Corp.signAndEncrypt(message, SignatureForm.OPAQUE, format, Corp.BOB_RSA, Corp.CAROL_EC);
            assertHidden(message, sealed);
            assertSame(message, opened(sealed, format), format.displayName());
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void comesBackFromEncryptingAlone(Path file) throws IOException {
        byte[] message = Files.readAllBytes(file);
        for (EncryptionFormat format : EncryptionFormat.values()) {
            if (!format.historical()) {
                byte[] sealed = Corp.encrypt(message, format, Corp.CAROL_EC, Corp.BOB_RSA);
                assertHidden(message, sealed);
                try (OpenedMessage opened = Corp.open(sealed, Corp.CAROL_EC)) {
                    assertSame(message, Corp.content(opened), format.displayName());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void comesBackFromOpaqueSigning(Path file) throws IOException {
        byte[] message = Files.readAllBytes(file);
        byte[] sealed = Corp.sign(message, Corp.ALICE_SIGNS, SignatureForm.OPAQUE);
        try (OpenedMessage opened = Corp.open(sealed)) {
            assertThat(opened.signatures()).singleElement().matches(SignatureStatus::intact);
            assertSame(message, Corp.content(opened), "opaque");
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void comesBackFromClearSigningWithCrlfLineEnds(Path file) throws IOException {
        byte[] message = Files.readAllBytes(file);
        byte[] sealed = Corp.sign(message, Corp.ALICE_SIGNS_RSA, SignatureForm.CLEAR);
        try (OpenedMessage opened = Corp.open(sealed)) {
            assertThat(opened.signatures()).singleElement().matches(SignatureStatus::intact);
            assertSame(LineEnds.canonical(message), Corp.content(opened), "clear");
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aSignatureOutlastsTheLineEndsOfAMailStore(Path file) throws IOException {
        byte[] message = Files.readAllBytes(file);
        byte[] stored = LineEnds.bare(Corp.sign(message, Corp.ALICE_SIGNS, SignatureForm.CLEAR));
        try (OpenedMessage opened = Corp.open(stored)) {
            assertThat(opened.signatures()).singleElement().matches(SignatureStatus::intact);
        }
    }

    private static byte[] opened(byte[] sealed, EncryptionFormat format) throws IOException {
        try (OpenedMessage opened = Corp.open(sealed, Corp.BOB_RSA)) {
            assertThat(opened.sealState().format()).contains(format);
            assertThat(opened.sealState().weak()).isEqualTo(format.historical());
            assertThat(opened.sealState().protectedFromChange()).isTrue();
            assertThat(opened.signatures()).singleElement().matches(SignatureStatus::intact);
            return Corp.content(opened);
        }
    }

    /** The outer header keeps its fields; the content fields and the body must be the very same bytes. */
    private static void assertSame(byte[] message, byte[] opened, String how) throws IOException {
        HeaderFields before = HeaderFields.read(new ByteArrayInputStream(message));
        HeaderFields after = HeaderFields.read(new ByteArrayInputStream(opened));
        assertThat(after.bytes(HeaderFields.Field::isContent))
                .as(how)
                .isEqualTo(before.bytes(HeaderFields.Field::isContent));
        assertThat(body(opened, after)).as(how).isEqualTo(body(message, before));
        assertThat(outer(after, before.has("mime-version"))).as(how).isEqualTo(outer(before, true));
    }

    private static String outer(HeaderFields header, boolean mimeVersion) {
        byte[] fields = header.bytes(
                field -> !field.isContent() && (mimeVersion || !field.name().equals("mime-version")));
        return new String(fields, StandardCharsets.ISO_8859_1);
    }

    private static byte[] body(byte[] message, HeaderFields header) {
        return Arrays.copyOfRange(message, header.bodyStart(), message.length);
    }

    /** No longer line of the body is to be seen from the outside, unless it stands in the outer header anyway. */
    private static void assertHidden(byte[] message, byte[] sealed) throws IOException {
        HeaderFields header = HeaderFields.read(new ByteArrayInputStream(message));
        String body = new String(body(message, header), StandardCharsets.ISO_8859_1);
        String outside = new String(sealed, StandardCharsets.ISO_8859_1);
        String ownHeader = outside.substring(0, outside.indexOf("\r\n\r\n"));
        body.lines()
                .filter(line -> line.length() > 20 && !ownHeader.contains(line))
                .forEach(line -> assertThat(outside).doesNotContain(line));
    }
}
