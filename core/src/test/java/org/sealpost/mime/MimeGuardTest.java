package org.sealpost.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MimeGuardTest {

    private static final MimeLimits LIMITS = MimeLimits.STANDARD;
    private final MimeGuard guard = new MimeGuard(LIMITS);

    @Test
    void letsAnOrdinaryMessagePass() {
        assertThatCode(() -> guard.check(Letters.of("Subject: hello\n\nworld\n")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesTwentyThousandNestedMultipartsInMilliseconds() {
        MessageSource bomb = nestedMultiparts(20_000);
        refusal(bomb);
        Instant start = Instant.now();
        MessageRefused refusal = refusal(bomb);
        assertThat(refusal.limit()).isEqualTo(MimeLimit.DEPTH);
        assertThat(refusal.arguments()).containsExactly("depth", 50L);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void letsTheDeepestAllowedNestingPass() {
        assertThatCode(() -> guard.check(nestedMultiparts(50))).doesNotThrowAnyException();
        assertThat(refusal(nestedMultiparts(51)).limit()).isEqualTo(MimeLimit.DEPTH);
    }

    @Test
    void countsEnclosedMessagesAsDepth() {
        String nested = "Content-Type: message/rfc822\n\n".repeat(20_000) + "text";
        assertThat(refusal(Letters.of(nested)).limit()).isEqualTo(MimeLimit.DEPTH);
    }

    @Test
    void looksIntoEnclosedMessagesThatAreEncoded() {
        byte[] inner = "Content-Type: message/rfc822\n\n".repeat(100).getBytes(US_ASCII);
        String outer = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(inner);
        assertThat(refusal(Letters.of(outer)).limit()).isEqualTo(MimeLimit.DEPTH);
    }

    @Test
    void refusesMoreThanAThousandParts() {
        assertThatCode(() -> guard.check(parts(1_000))).doesNotThrowAnyException();
        MessageRefused refusal = refusal(parts(1_001));
        assertThat(refusal.limit()).isEqualTo(MimeLimit.PARTS);
        assertThat(refusal.arguments()).containsExactly("parts", 1_000L);
    }

    @Test
    void refusesAHeaderBlockOfManySmallFields() {
        String header = ("X-Field: " + "a".repeat(60) + "\n").repeat(5_000);
        assertThat(refusal(Letters.of(header + "\ntext")).limit()).isEqualTo(MimeLimit.HEADER_BLOCK);
    }

    @Test
    void refusesAHeaderBlockOfOneHugeFoldedField() {
        String header = "X-Field: a\n" + " folded\n".repeat(50_000);
        assertThat(refusal(Letters.of(header + "\ntext")).limit()).isEqualTo(MimeLimit.HEADER_BLOCK);
    }

    @Test
    void refusesAHugeHeaderBlockOfAPart() {
        String part = ("X-Field: " + "a".repeat(60) + "\n").repeat(5_000);
        String message = "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + part + "\ntext\n--b--\n";
        assertThat(refusal(Letters.of(message)).limit()).isEqualTo(MimeLimit.HEADER_BLOCK);
    }

    @Test
    void refusesAnEndlessLine() {
        MessageRefused refusal = refusal(Letters.of("Subject: s\n\n" + "x".repeat(LIMITS.lineBytes() + 1)));
        assertThat(refusal.limit()).isEqualTo(MimeLimit.LINE_LENGTH);
        assertThat(refusal.arguments()).containsExactly("line-length", (long) LIMITS.lineBytes());
    }

    @Test
    void refusesBySizeBeforeAnythingIsRead() {
        MessageSource unread = new MessageSource() {
            @Override
            public InputStream open() throws IOException {
                throw new IOException("must not be opened");
            }

            @Override
            public long length() {
                return LIMITS.messageBytes() + 1;
            }
        };
        assertThat(refusal(unread).limit()).isEqualTo(MimeLimit.MESSAGE_SIZE);
    }

    @Test
    void stopsAtTheFirstByteTooManyOfAStreamThatUnderstatesItsLength() {
        MimeLimits small = new MimeLimits(1_000, 50, 1_000, 1_000, 1_000, 1_000, 100_000);
        byte[] more = "Subject: s\n\nline\n".repeat(100).getBytes(US_ASCII);
        assertThatThrownBy(() -> new MimeGuard(small)
                        .bounded(MessageSource.of(more).open())
                        .readAllBytes())
                .isInstanceOfSatisfying(
                        MessageRefused.class, r -> assertThat(r.limit()).isEqualTo(MimeLimit.MESSAGE_SIZE));
    }

    @Test
    void refusesDeepNestingAroundMuchContentByTheWorkItWouldCost() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 45; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        deep.append("\n").append(("x".repeat(70) + "\n").repeat(400_000));
        Instant start = Instant.now();
        assertThat(refusal(Letters.of(deep.toString())).limit()).isEqualTo(MimeLimit.WORK);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void passesAnAttachmentOfTwentyFiveMegabytesInASecondOrTwo() {
        String base64 = ("QUJD".repeat(19) + "\r\n").repeat(450_000);
        MessageSource large =
                Letters.of(Letters.mixed("text", "application/zip\nContent-Transfer-Encoding: base64", base64));
        Instant start = Instant.now();
        assertThatCode(() -> guard.check(large)).doesNotThrowAnyException();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource(MimeLimit.class)
    void everyLimitHasAStableName(MimeLimit limit) {
        assertThat(limit.key()).matches("[a-z]+(-[a-z]+)?");
    }

    @Test
    void boundedStreamCountsSkippedAndSingleBytesToo() throws IOException {
        MimeLimits tiny = new MimeLimits(10, 1, 1, 10, 10, 10, 100);
        try (InputStream in = new MimeGuard(tiny)
                .bounded(MessageSource.of("0123456789abc".getBytes(US_ASCII)).open())) {
            assertThat(in.read()).isEqualTo('0');
            assertThat(in.skip(9)).isEqualTo(9);
            assertThat(in.markSupported()).isFalse();
            assertThatThrownBy(in::read).isInstanceOf(MessageRefused.class);
        }
    }

    private MessageRefused refusal(MessageSource message) {
        return catchThrowableOfType(MessageRefused.class, () -> guard.check(message));
    }

    private static MessageSource nestedMultiparts(int depth) {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        return Letters.of(nested + "\ntext\n");
    }

    private static MessageSource parts(int count) {
        return Letters.of("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\ntext\n".repeat(count) + "--b--\n");
    }
}
