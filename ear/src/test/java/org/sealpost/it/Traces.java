package org.sealpost.it;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for a secret wherever and however it may lie: in clear, in UTF-16, in hexadecimal digits, in base64. */
final class Traces {
    private final Map<String, byte[]> forms;

    private Traces(Map<String, byte[]> forms) {
        this.forms = forms;
    }

    /** @param secret at least eight characters, so that no form is found by chance */
    static Traces of(String secret) {
        Stream<Charset> charsets =
                Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
        return new Traces(charsets.flatMap(charset -> forms(charset.name(), secret.getBytes(charset)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** @param secret at least sixteen octets, so that no form is found by chance */
    static Traces of(byte[] secret) {
        return new Traces(
                forms("bytes", secret.clone()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Stream<Map.Entry<String, byte[]>> forms(String name, byte[] secret) {
        return Stream.concat(
                Stream.of(
                        Map.entry(name, secret),
                        Map.entry(name + " hex", ascii(HexFormat.of().formatHex(secret))),
                        Map.entry(
                                name + " HEX",
                                ascii(HexFormat.of().withUpperCase().formatHex(secret)))),
                IntStream.range(0, 3).mapToObj(shift -> Map.entry(name + " base64+" + shift, base64(secret, shift))));
    }

    /** The part of the base64 that does not depend on what stands before and behind the secret. */
    private static byte[] base64(byte[] secret, int shift) {
        int skipped = (3 - shift) % 3;
        int whole = (secret.length - skipped) / 3 * 3;
        byte[] aligned = Arrays.copyOfRange(secret, skipped, skipped + whole);
        return Base64.getEncoder().encode(aligned);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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

    /** In which forms the secret lies in some bytes. */
    List<String> in(String place, byte[] content) {
        return forms.entrySet().stream()
                .filter(form -> contains(content, form.getValue()))
                .map(form -> place + ": " + form.getKey())
                .toList();
    }

    private static byte[] read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        for (int at = 0; at <= content.length - wanted.length; at++) {
            if (content[at] == wanted[0] && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
