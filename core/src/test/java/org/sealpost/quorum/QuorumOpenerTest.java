package org.sealpost.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.UnwrapFailed;

class QuorumOpenerTest {
    private static final byte[] NONE = {};

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3", "2, 2", "2, 3", "3, 5", "5, 5", "4, 6"})
    void everySetOfEnoughPeopleOpensAndNoSmallerOne(int needed, int people) {
        try (Officers officers = new Officers(needed, people)) {
            OpeningTask task = officers.task("request 1");
            for (List<Integer> holders : Officers.subsets(people)) {
                List<Contribution> given = officers.contributions(task, holders);
                if (holders.size() >= needed) {
                    assertThat(officers.open(task, given)).isEqualTo(Officers.SECRET);
                } else {
                    assertThatExceptionOfType(QuorumNotReached.class)
                            .isThrownBy(() -> officers.open(task, given))
                            .satisfies(it -> assertThat(it.arguments()).containsExactly(holders.size(), needed));
                }
            }
        }
    }

    @Test
    void opensTheExampleOfRfc9180() throws IOException {
        assertOpens(example("hpke-rfc9180-a3.properties"), KeySchedule.ContentCipher.AES_128_GCM);
    }

    @Test
    void opensWhatAnotherProgramSealed() throws IOException {
        Properties golden = example("hpke-p256-sha256-aes256gcm.properties");
        golden.setProperty("encapsulation", "");
        golden.setProperty("ciphertext", golden.getProperty("sealed"));
        golden.setProperty("aad", "");
        assertOpens(golden, KeySchedule.ContentCipher.AES_256_GCM);
    }

    @Test
    void onePersonTwiceIsOnePerson() {
        try (Officers officers = new Officers(2, 3)) {
            OpeningTask task = officers.task("request 1");
            List<Contribution> twice = officers.contributions(task, List.of(2, 2));
            assertThatExceptionOfType(QuorumNotReached.class).isThrownBy(() -> officers.open(task, twice));
        }
    }

    @Test
    void forgedContributionIsRefusedAndNamesItsHolderEvenBesideEnoughRightOnes() {
        try (Officers officers = new Officers(2, 3)) {
            OpeningTask task = officers.task("request 1");
            Contribution forged = officers.contribution(officers.task("request 1"), 3);
            List<Contribution> given = Stream.concat(
                            officers.contributions(task, List.of(1, 2)).stream(), Stream.of(forged))
                    .toList();
            assertThatExceptionOfType(WrongContribution.class)
                    .isThrownBy(() -> officers.open(task, given))
                    .satisfies(it -> assertThat(it.holder()).isEqualTo(3));
        }
    }

    @Test
    void anotherUseOrRecordDoesNotOpen() {
        try (Officers officers = new Officers(2, 3)) {
            OpeningTask task = officers.task("request 1");
            List<Contribution> given = officers.contributions(task, List.of(1, 3));
            Commitments commitments = officers.sharing.commitments();
            assertThatThrownBy(() -> officers.opener.open(task, commitments, given, NONE, Officers.AAD))
                    .isInstanceOf(UnwrapFailed.class);
            assertThatThrownBy(() -> officers.opener.open(task, commitments, given, Officers.INFO, NONE))
                    .isInstanceOf(UnwrapFailed.class);
        }
    }

    @Test
    void contributionsToAnotherKeyAreWorthless() {
        try (Officers officers = new Officers(2, 3);
                Officers others = new Officers(2, 3)) {
            OpeningTask task = officers.task("request 1");
            List<Contribution> given = others.contributions(task, List.of(1, 2));
            assertThatExceptionOfType(WrongContribution.class).isThrownBy(() -> officers.open(task, given));
            assertThatExceptionOfType(UnwrapFailed.class)
                    .isThrownBy(() -> officers.open(others.sharing.commitments(), task, given));
        }
    }

    @Test
    void sealedValueThatIsAlteredAfterwardsDoesNotOpen() {
        try (Officers officers = new Officers(2, 2)) {
            byte[] sealed = officers.task("request 1").sealed();
            OpeningTask altered = new OpeningTask("request 1", Officers.flipped(sealed, sealed.length - 1));
            List<Contribution> given = officers.contributions(altered, List.of(1, 2));
            assertThatExceptionOfType(UnwrapFailed.class).isThrownBy(() -> officers.open(altered, given));
        }
    }

    private static void assertOpens(Properties example, KeySchedule.ContentCipher cipher) {
        OpeningTask task = new OpeningTask("request 1", bytes(example, "encapsulation", "ciphertext"));
        Contributions contributions = new Contributions(Providers.best(), Officers.RANDOM);
        try (SecretBytes key = SecretBytes.taking(bytes(example, "privateKey"));
                Sharing sharing = Sharing.of(key, new QuorumSize(3, 5), Officers.RANDOM)) {
            List<Contribution> given = Stream.of(5, 2, 4)
                    .map(it -> contributions.make(sharing.shares().get(it - 1), sharing.commitments(), task))
                    .toList();
            QuorumOpener opener = new QuorumOpener(Providers.portable(), Officers.RANDOM, cipher);
            try (SecretBytes plaintext =
                    opener.open(task, sharing.commitments(), given, bytes(example, "info"), bytes(example, "aad"))) {
                assertThat(plaintext.expose()).isEqualTo(bytes(example, "plaintext"));
            }
        }
    }

    private static Properties example(String file) throws IOException {
        Properties values = new Properties();
        try (InputStream in =
                Objects.requireNonNull(QuorumOpenerTest.class.getResourceAsStream("/org/sealpost/crypto/" + file))) {
            values.load(in);
        }
        return values;
    }

    private static byte[] bytes(Properties example, String... names) {
        return HexFormat.of()
                .parseHex(Stream.of(names)
                        .map(it -> Objects.requireNonNull(example.getProperty(it), it))
                        .reduce("", String::concat));
    }
}
