package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that finds nothing proves something only if it would find what is there. */
class TracesTest {
    private static final String SECRET = "a heron at dawn";

    private final Traces traces = Traces.of(SECRET);

    @Test
    void aPlantedSecretIsFoundInEveryForm() {
        assertThat(found(SECRET.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(found(SECRET.getBytes(StandardCharsets.UTF_16LE))).isTrue();
        assertThat(found(SECRET.getBytes(StandardCharsets.UTF_16BE))).isTrue();
        assertThat(found(ascii(HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8)))))
                .isTrue();
    }

    @Test
    void aPlantedSecretIsFoundInBase64WhateverStandsBeforeIt() {
        for (String before : new String[] {"", "x", "xy", "xyz", "xyzx"}) {
            byte[] text = (before + SECRET + "and more").getBytes(StandardCharsets.UTF_8);
            assertThat(found(Base64.getEncoder().encode(text))).as(before).isTrue();
        }
    }

    @Test
    void aPlantedSecretIsFoundAcrossTheEndsOfLines() {
        String longer = "a heron at dawn, two at noon, and at dusk the whole colony above the reeds of the upper pond";
        byte[] lines = Base64.getMimeEncoder().encode(("Subject: x\r\n\r\n" + longer).getBytes(StandardCharsets.UTF_8));
        assertThat(Traces.of(longer).in("here", lines)).isNotEmpty();
    }

    @Test
    void manySecretsAreLookedForAtOnce() {
        Traces both = Traces.of(List.of(traces, Traces.of("the second secret")));
        assertThat(both.in("here", ascii("and the second secret is this"))).isNotEmpty();
        assertThat(both.in("here", ascii("seen: " + SECRET))).isNotEmpty();
        assertThat(both.in("here", ascii("a third one"))).isEmpty();
    }

    @Test
    void aPlantedKeyIsFoundInEveryForm() {
        byte[] key = new byte[48];
        new Random(7).nextBytes(key);
        Traces canary = Traces.of(key);
        byte[] hex = ascii(HexFormat.of().withUpperCase().formatHex(key));
        byte[] pem = Base64.getEncoder()
                .encode(("0" + new String(key, StandardCharsets.ISO_8859_1) + "0")
                        .getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] planted : List.of(key, hex, pem)) {
            assertThat(canary.in("here", planted)).isNotEmpty();
        }
        key[20]++;
        assertThat(canary.in("here", key.clone())).isEmpty();
    }

    @Test
    void nothingIsFoundWhereNothingIs(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("harmless"), "a heron at noon");
        assertThat(traces.in(folder)).isEmpty();
        Files.writeString(folder.resolve("leak"), "seen: " + SECRET);
        assertThat(traces.in(folder))
                .singleElement()
                .asString()
                .contains("leak")
                .contains("UTF-8");
    }

    private boolean found(byte[] content) {
        byte[] surrounded = new byte[content.length + 20];
        System.arraycopy(content, 0, surrounded, 7, content.length);
        return !traces.in("here", surrounded).isEmpty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
