package org.sealpost.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fixed number of fixed inputs for every target, so that a build never fails by chance; and all that was found before. */
class FuzzTest {

    private static final int INPUTS = 1_500;
    private static final int PRINTED = 4_000;

    @ParameterizedTest
    @EnumSource
    void goodInputIsTaken(Target target) throws IOException {
        List<byte[]> seeds = target.seeds();
        assertThat(seeds).isNotEmpty();
        for (byte[] seed : seeds) {
            assertTaken(target, seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasFoundOnceStaysMended(Target target) throws IOException {
        for (Path finding : target.findings()) {
            assertTaken(target, Files.readAllBytes(finding));
        }
    }

    @ParameterizedTest
    @EnumSource
    void damagedInputIsTakenOrRefusedByType(Target target) throws IOException {
        Mutations mutations = new Mutations(target.seeds(), 1996);
        for (int i = 0; i < INPUTS; i++) {
            assertTaken(target, mutations.next());
        }
    }

    /** The input is in the failure's text, to be kept as a {@code finding-*} file. */
    private static void assertTaken(Target target, byte[] input) {
        assertThatCode(() -> target.takeOrRefuse(input))
                .as(() -> {
                    String encoded = Base64.getEncoder().encodeToString(input);
                    return target + " " + encoded.substring(0, Math.min(encoded.length(), PRINTED));
                })
                .doesNotThrowAnyException();
    }
}
