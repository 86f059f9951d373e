package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretSharingTest {
    private static final String SET = "7KQ-3FD";

    private final SecureRandom random = new SecureRandom();
    private final SecretSharing sharing = new SecretSharing(random);

    @Test
    void theVectorOfTheThresholdSecretSharingDraftComesOut() {
        // draft-mcgrew-tss-03 section 9: "test" and a zero byte, two shares of two
        byte[] secret = SecretSharing.combine(List.of(padded(1, "b9fa07e185"), padded(2, "f5409b4511")))
                .expose();
        assertThat(Arrays.copyOf(secret, 5)).isEqualTo("test\0".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void sharesOfAPolynomialWorkedOutByHandComeTogether() {
        // 2a + 51 x over GF(256): 7b at x = 1, 88 at 2, d9 at 3, 63 at 0a (51 times 0a is 49 in the field of AES)
        for (List<RecoveryShare> two : List.of(
                List.of(padded(1, "7b"), padded(2, "88")),
                List.of(padded(2, "88"), padded(3, "d9")),
                List.of(padded(3, "d9"), padded(1, "7b")))) {
            assertThat(SecretSharing.combine(two).expose()[0]).isEqualTo((byte) 0x2a);
        }
    }

    @ParameterizedTest
    @CsvSource({"2,2", "2,3", "3,5", "5,5", "4,9", "16,31"})
    void anyThatAreNeededGiveTheSecretBackAndOneFewerDoesNot(int needed, int made) {
        SecretBytes secret = SecretBytes.random(32, random);
        List<RecoveryShare> shares = sharing.split(secret, SET, needed, made);
        assertThat(shares).hasSize(made);
        Random order = new Random(needed * 31L + made);
        for (int round = 0; round < 20; round++) {
            List<RecoveryShare> drawn = order.ints(0, made)
                    .distinct()
                    .limit(needed)
                    .mapToObj(shares::get)
                    .toList();
            assertThat(SecretSharing.combine(drawn)).isEqualTo(secret);
            assertThat(SecretSharing.combine(drawn.subList(1, needed))).isNotEqualTo(secret);
        }
        assertThat(SecretSharing.combine(shares)).isEqualTo(secret);
    }

    @Test
    void twoSplitsOfOneSecretShareNoShare() {
        SecretBytes secret = SecretBytes.random(32, random);
        List<RecoveryShare> one = sharing.split(secret, SET, 2, 3);
        List<RecoveryShare> other = sharing.split(secret, SET, 2, 3);
        IntStream.range(0, 3).forEach(i -> assertThat(one.get(i).digest())
                .isNotEqualTo(other.get(i).digest()));
        assertThat(SecretSharing.combine(List.of(one.get(0), other.get(1)))).isNotEqualTo(secret);
    }

    @ParameterizedTest
    @CsvSource({"1,3", "0,3", "4,3", "2,32"})
    void refusesSetsThatCannotBe(int needed, int made) {
        SecretBytes secret = SecretBytes.random(32, random);
        assertThatThrownBy(() -> sharing.split(secret, SET, needed, made)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnotherLengthAndTheSameShareTwice() {
        SecretBytes small = SecretBytes.random(16, random);
        assertThatThrownBy(() -> sharing.split(small, SET, 2, 3)).isInstanceOf(IllegalArgumentException.class);
        RecoveryShare share = padded(1, "7b");
        assertThatThrownBy(() -> SecretSharing.combine(List.of(share, share)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SecretSharing.combine(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static RecoveryShare padded(int number, String hex) {
        byte[] value = Arrays.copyOf(HexFormat.of().parseHex(hex), RecoveryShare.LENGTH);
        return new RecoveryShare(SET, number, 2, SecretBytes.taking(value));
    }
}
