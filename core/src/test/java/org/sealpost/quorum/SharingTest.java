package org.sealpost.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.SecretBytes;

class SharingTest {
    @Test
    void everyShareBelongsToTheCommitmentsAndTheirPublicKeyIsTheKeys() {
        try (Officers officers = new Officers(3, 5)) {
            Commitments commitments = officers.sharing.commitments();
            assertThat(commitments.publicKey()).isEqualTo(officers.pair.publicKey());
            assertThat(commitments.needed()).isEqualTo(3);
            assertThat(officers.sharing.shares()).hasSize(5).allMatch(it -> commitments.cover(it, Officers.RANDOM));
            assertThat(officers.sharing).hasToString("Sharing[3 of 5]");
        }
    }

    @Test
    void enoughSharesStandForTheKeyAndFewerDoNot() {
        try (Officers officers = new Officers(3, 5)) {
            BigInteger key =
                    BigIntegers.fromUnsignedByteArray(officers.pair.privateKey().expose());
            for (List<Integer> holders : Officers.subsets(5)) {
                BigInteger sum = holders.stream()
                        .map(it -> officers.share(it).value().multiply(P256.weight(it, holders)))
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .mod(P256.order());
                assertThat(sum.equals(key)).isEqualTo(holders.size() >= 3);
            }
        }
    }

    @Test
    void sameKeyIsDealtDifferentlyEachTime() {
        try (Officers officers = new Officers(2, 3);
                Sharing again = Sharing.of(officers.pair.privateKey(), new QuorumSize(2, 3), Officers.RANDOM)) {
            assertThat(again.commitments()).isNotEqualTo(officers.sharing.commitments());
            assertThat(again.commitments().publicKey())
                    .isEqualTo(officers.sharing.commitments().publicKey());
            assertThat(again.shares().get(0).value())
                    .isNotEqualTo(officers.share(1).value());
        }
    }

    @Test
    void closingWipesEveryShare() {
        Officers officers = new Officers(2, 3);
        officers.close();
        for (Share share : officers.sharing.shares()) {
            assertThatIllegalStateException().isThrownBy(share::encode);
            assertThat(share.toString()).isEqualTo("Share[" + share.holder() + "]");
        }
    }

    @Test
    void shareComesBackFromItsForm() {
        try (Officers officers = new Officers(2, 3);
                SecretBytes encoded = officers.share(3).encode();
                Share read = Share.parse(encoded)) {
            assertThat(encoded.length()).isEqualTo(Share.LENGTH);
            assertThat(read.holder()).isEqualTo(3);
            assertThat(read.value()).isEqualTo(officers.share(3).value());
        }
    }

    @Test
    void hostileSharesAreRefused() {
        try (Officers officers = new Officers(2, 3);
                SecretBytes good = officers.share(1).encode()) {
            byte[] bytes = good.expose();
            byte[] zero = new byte[Share.LENGTH];
            zero[0] = 1;
            zero[1] = 1;
            byte[] order = zero.clone();
            System.arraycopy(P256.encode(P256.order()), 0, order, 2, 32);
            assertNoShare(new byte[0], Arrays.copyOf(bytes, 33), Arrays.copyOf(bytes, 35), zero, order);
            assertNoShare(with(bytes, 0, 2), with(bytes, 1, 0), with(bytes, 1, 33), with(bytes, 1, 255));
        }
    }

    @Test
    void commitmentsComeBackFromTheirForm() {
        try (Officers officers = new Officers(3, 5)) {
            Commitments commitments = officers.sharing.commitments();
            assertThat(commitments.encode()).hasSize(2 + 3 * 33);
            assertThat(Commitments.parse(commitments.encode()))
                    .isEqualTo(commitments)
                    .hasSameHashCodeAs(commitments);
        }
    }

    @Test
    void hostileCommitmentsAreRefused() {
        try (Officers officers = new Officers(2, 3)) {
            byte[] good = officers.sharing.commitments().encode();
            byte[] infinity = good.clone();
            Arrays.fill(infinity, 2, 35, (byte) 0);
            assertNoCommitments(new byte[0], new byte[1], infinity, Arrays.copyOf(good, good.length - 1));
            assertNoCommitments(Arrays.copyOf(good, good.length + 1), with(good, 0, 1), with(good, 1, 0));
            assertNoCommitments(with(good, 1, 3), with(good, 1, 1), with(good, 1, 255), with(good, 2, 4));
            Random random = new Random(3);
            for (int i = 0; i < 300; i++) {
                byte[] junk = new byte[random.nextInt(120)];
                random.nextBytes(junk);
                assertNoCommitments(junk);
            }
        }
    }

    @Test
    void keyOutsideTheOrderIsRefused() {
        for (byte[] bad : List.of(new byte[32], new byte[31], P256.encode(P256.order()))) {
            try (SecretBytes key = SecretBytes.taking(bad)) {
                assertThatExceptionOfType(BadEncoding.class)
                        .isThrownBy(() -> Sharing.of(key, new QuorumSize(2, 3), Officers.RANDOM));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "4, 3", "-1, 2", "1, 33", "0, 0"})
    void impossibleQuorumIsRefused(int needed, int people) {
        assertThatIllegalArgumentException().isThrownBy(() -> new QuorumSize(needed, people));
    }

    @Test
    void quorumReadsAsPeopleSayIt() {
        assertThat(new QuorumSize(2, 3)).hasToString("2 of 3");
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static void assertNoShare(byte[]... encoded) {
        for (byte[] bad : encoded) {
            try (SecretBytes secret = SecretBytes.taking(bad)) {
                assertThatExceptionOfType(BadEncoding.class).isThrownBy(() -> Share.parse(secret));
            }
        }
    }

    private static void assertNoCommitments(byte[]... encoded) {
        for (byte[] bad : encoded) {
            assertThatExceptionOfType(BadEncoding.class).isThrownBy(() -> Commitments.parse(bad));
        }
    }
}
