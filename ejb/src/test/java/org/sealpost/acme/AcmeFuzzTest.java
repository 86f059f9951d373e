package org.sealpost.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fixed number of fixed inputs for both targets, as for every other door; and all that was found before. */
class AcmeFuzzTest {
    private static final int INPUTS = 3_000;
    private static final int MOST_AT_ONCE = 4;
    private static final int LONGEST_PIECE = 64;
    private static final int PRINTED = 4_000;

    @ParameterizedTest
    @EnumSource
    void goodInputIsTaken(AcmeTarget target) throws IOException {
        List<byte[]> seeds = target.seeds();
        assertThat(seeds).hasSizeGreaterThan(5).allSatisfy(seed -> assertTaken(target, seed));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasFoundOnceStaysMended(AcmeTarget target) throws IOException {
        for (Path finding : target.findings()) {
            assertTaken(target, Files.readAllBytes(finding));
        }
    }

    @ParameterizedTest
    @EnumSource
    void damagedInputIsTakenOrRefusedByType(AcmeTarget target) throws IOException {
        List<byte[]> seeds = target.seeds();
        Random random = new Random(1996);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
            for (int changes = random.nextInt(MOST_AT_ONCE); changes >= 0 && input.length > 0; changes--) {
                input = damaged(input, random);
            }
            assertTaken(target, input);
        }
    }

    /** Otherwise the damaged ones would all be refused at the first octet. */
    @Test
    void theSeedsGoAllTheWay() throws IOException {
        SignedRequest account = SignedRequest.parse(seed("acme-request/account-es256.json"));
        assertThat(text(account.verify(account.key()))).contains("mailto:ann@partner.example");
        SignedRequest moved = SignedRequest.parse(seed("acme-request/account-rs256.json"));
        assertThat(moved.verify(moved.key())).isNotEmpty();
        byte[] mail = seed("acme-mail/signed-relaxed.eml");
        PartnerMail answer = PartnerMail.read(mail, "corp.example").orElseThrow();
        assertThat(answer.order()).isEqualTo("one");
        assertThat(answer.author().spec()).isEqualTo("ann@partner.example");
        assertThat(answer.answer()).isEqualTo("A".repeat(43));
        String record = text(seed("acme-mail/record.txt")).strip();
        DkimCheck check = new DkimCheck((method, selector, domain) -> List.of(record));
        assertThat(check.of(mail, "partner.example")).isEqualTo(DkimCheck.Verdict.SIGNED);
        for (String other : List.of("simple", "alternative")) {
            assertThat(check.of(seed("acme-mail/signed-" + other + ".eml"), "partner.example"))
                    .as(other)
                    .isEqualTo(DkimCheck.Verdict.SIGNED);
        }
    }

    private static byte[] damaged(byte[] input, Random random) {
        int at = random.nextInt(input.length);
        int end = Math.min(input.length, at + 1 + random.nextInt(LONGEST_PIECE));
        byte[] piece = Arrays.copyOfRange(input, at, end);
        return switch (random.nextInt(5)) {
            case 0 -> {
                input[at] ^= (byte) (1 << random.nextInt(8));
                yield input;
            }
            case 1 -> joined(input, at, piece, at);
            case 2 -> joined(input, at, new byte[0], end);
            case 3 -> Arrays.copyOf(input, at);
            default -> {
                random.nextBytes(piece);
                yield joined(input, at, piece, end);
            }
        };
    }

    /** The input to an offset, the piece, and the input from another offset. */
    private static byte[] joined(byte[] input, int to, byte[] piece, int from) {
        byte[] joined = Arrays.copyOf(input, to + piece.length + input.length - from);
        System.arraycopy(piece, 0, joined, to, piece.length);
        System.arraycopy(input, from, joined, to + piece.length, input.length - from);
        return joined;
    }

    /** The input is in the failure's text, to be kept as a {@code finding-*} file. */
    private static void assertTaken(AcmeTarget target, byte[] input) {
        assertThatCode(() -> target.takeOrRefuse(input))
                .as(() -> {
                    String encoded = Base64.getEncoder().encodeToString(input);
                    return target + " " + encoded.substring(0, Math.min(encoded.length(), PRINTED));
                })
                .doesNotThrowAnyException();
    }

    private static byte[] seed(String file) throws IOException {
        return Files.readAllBytes(Path.of("src", "test", "resources", "fuzz").resolve(file));
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }
}
