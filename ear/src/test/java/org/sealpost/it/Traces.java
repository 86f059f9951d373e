package org.sealpost.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for secrets wherever and however they may lie: in clear, in UTF-16, in hexadecimal digits, in base64, the latter
 * two broken into lines, too.
 */
final class Traces {
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]+");

    /** Each octet as the character of its number: text is searched much faster than octets. */
    private static final Charset OCTETS = StandardCharsets.ISO_8859_1;

    private final List<Form> forms;

    private Traces(List<Form> forms) {
        this.forms = forms;
    }

    /** @param octets what is looked for, as {@link #OCTETS} */
    private record Form(String name, String octets) {}

    /** @param secret at least eight characters, so that no form is found by chance */
    static Traces of(String secret) {
        Stream<Charset> charsets =
                Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
        return new Traces(charsets.flatMap(charset -> forms(charset.name(), secret.getBytes(charset)))
                .toList());
    }

    /** @param secret at least sixteen octets, so that no form is found by chance */
    static Traces of(byte[] secret) {
        return new Traces(forms("bytes", secret).toList());
    }

    /** Looks for all of these at once, so that each place is read once. */
    static Traces of(List<Traces> secrets) {
        return new Traces(
                secrets.stream().flatMap(secret -> secret.forms.stream()).toList());
    }

    private static Stream<Form> forms(String name, byte[] secret) {
        HexFormat hex = HexFormat.of();
        return Stream.concat(
                Stream.of(
                        new Form(name, new String(secret, OCTETS)),
                        new Form(name + " hex", hex.formatHex(secret)),
                        new Form(name + " HEX", hex.withUpperCase().formatHex(secret))),
                IntStream.range(0, 3).mapToObj(shift -> new Form(name + " base64+" + shift, base64(secret, shift))));
    }

    /** The part of the base64 that does not depend on what stands before and behind the secret. */
    private static String base64(byte[] secret, int shift) {
        int skipped = (3 - shift) % 3;
        int whole = (secret.length - skipped) / 3 * 3;
        byte[] aligned = Arrays.copyOfRange(secret, skipped, skipped + whole);
        return Base64.getEncoder().encodeToString(aligned);
    }

    /** Where in a folder the secret lies, each place with the form that was found. */
    List<String> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> in(file.toString(), read(file)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In which forms the secrets lie in some bytes. */
    List<String> in(String place, byte[] content) {
        String octets = new String(content, OCTETS);
        String unbroken = LINE_ENDS.matcher(octets).replaceAll("");
        return forms.stream()
                .filter(form -> octets.contains(form.octets()) || unbroken.contains(form.octets()))
                .map(form -> place + ": " + form.name())
                .toList();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
