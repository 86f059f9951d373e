package org.sealpost.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.protocol.SealpostException;

class ContributionsTest {
    private final Officers officers = new Officers(2, 3);
    private final Commitments commitments = officers.sharing.commitments();
    private final OpeningTask task = officers.task("request 1");

    @AfterEach
    void wipe() {
        officers.close();
    }

    @Test
    void rightContributionIsAcceptedAlsoAfterItsWayThroughTheDatabase() {
        Contribution made = officers.contribution(task, 2);
        officers.contributions.check(made, commitments, task);
        Contribution read = Contribution.parse(made.encode());
        officers.contributions.check(read, Commitments.parse(commitments.encode()), task);
        assertThat(made.encode()).hasSize(Contribution.LENGTH);
        assertThat(read.encode()).isEqualTo(made.encode());
        assertThat(made).hasToString("Contribution[2]");
    }

    @Test
    void contributionServesNoOtherRequestAndNoOtherCiphertext() {
        Contribution made = officers.contribution(task, 2);
        assertWrong(made, new OpeningTask("request 2", task.sealed()), 2);
        assertWrong(made, officers.task("request 1"), 2);
        byte[] sealed = task.sealed();
        for (int at = 65; at < sealed.length; at++) {
            assertWrong(made, new OpeningTask("request 1", Officers.flipped(sealed, at)), 2);
        }
    }

    @Test
    void contributionInAnothersNameIsRefused() {
        byte[] encoded = officers.contribution(task, 2).encode();
        encoded[1] = 3;
        assertWrong(Contribution.parse(encoded), task, 3);
    }

    @Test
    void everyAlteredByteIsNoticed() {
        byte[] encoded = officers.contribution(task, 1).encode();
        for (int at = 0; at < encoded.length; at++) {
            byte[] altered = Officers.flipped(encoded, at);
            assertThatThrownBy(() -> officers.contributions.check(Contribution.parse(altered), commitments, task))
                    .isInstanceOf(SealpostException.class);
        }
    }

    @Test
    void randomBytesEndInARefusal() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] junk = new byte[i < 250 ? random.nextInt(200) : Contribution.LENGTH];
            random.nextBytes(junk);
            if (junk.length > 2) {
                junk[0] = 3;
                junk[1] = (byte) (1 + random.nextInt(3));
                junk[2] = (byte) (2 + random.nextInt(2));
            }
            assertThatThrownBy(() -> officers.contributions.check(Contribution.parse(junk), commitments, task))
                    .isInstanceOf(SealpostException.class);
        }
    }

    @Test
    void wrongShareIsRefusedBeforeAnythingIsMadeWithIt() {
        try (SecretBytes encoded = officers.share(2).encode()) {
            encoded.expose()[20] ^= 1;
            try (Share altered = Share.parse(encoded)) {
                assertThatExceptionOfType(WrongShare.class)
                        .isThrownBy(() -> officers.contributions.make(altered, commitments, task))
                        .satisfies(it -> assertThat(it.holder()).isEqualTo(2));
            }
            encoded.expose()[20] ^= 1;
            encoded.expose()[1] = 3;
            try (Share another = Share.parse(encoded)) {
                assertThatExceptionOfType(WrongShare.class)
                        .isThrownBy(() -> officers.contributions.make(another, commitments, task))
                        .satisfies(it -> assertThat(it.holder()).isEqualTo(3));
            }
        }
    }

    @Test
    void pointWithoutKnowledgeOfTheShareCannotBeProved() {
        ECPoint stolen = officers.contribution(task, 1).point();
        BigInteger anything = P256.randomScalar(Officers.RANDOM);
        assertWrong(new Contribution(2, stolen, anything, anything), task, 2);
        assertWrong(new Contribution(2, stolen, BigInteger.ZERO, BigInteger.ZERO), task, 2);
        assertWrong(new Contribution(2, P256.generator(), BigInteger.ONE, BigInteger.ZERO), task, 2);
    }

    @Test
    void proofsOfOneContributionAreFreshEachTime() {
        assertThat(officers.contribution(task, 1).encode())
                .isNotEqualTo(officers.contribution(task, 1).encode());
    }

    @Test
    void ciphertextThatBeginsWithNoPointIsRefused() {
        byte[] infinity = new byte[100];
        byte[] offCurve = Officers.flipped(task.sealed(), 64);
        byte[] compressed = task.sealed().clone();
        compressed[0] = 2;
        byte[] large = new byte[100];
        Arrays.fill(large, (byte) 0xff);
        large[0] = 4;
        for (byte[] bad :
                List.of(infinity, offCurve, compressed, large, new byte[0], Arrays.copyOf(task.sealed(), 80))) {
            OpeningTask hostile = new OpeningTask("request 1", bad);
            assertThatExceptionOfType(BadEncoding.class).isThrownBy(() -> officers.contribution(hostile, 1));
            Contribution made = officers.contribution(task, 1);
            assertThatExceptionOfType(BadEncoding.class)
                    .isThrownBy(() -> officers.contributions.check(made, commitments, hostile));
        }
    }

    @Test
    void pointOffTheCurveOrAtInfinityIsRefused() {
        byte[] encoded = officers.contribution(task, 1).encode();
        // x one less than the field's prime has no point; the prime itself and above are no coordinates
        for (String x : List.of(
                "ffffffff00000001000000000000000000000000fffffffffffffffffffffffe",
                "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")) {
            byte[] off = encoded.clone();
            System.arraycopy(HexFormat.of().parseHex(x), 0, off, 3, 32);
            assertThatExceptionOfType(BadEncoding.class).isThrownBy(() -> Contribution.parse(off));
        }
        byte[] infinity = encoded.clone();
        Arrays.fill(infinity, 2, 35, (byte) 0);
        assertThatExceptionOfType(BadEncoding.class).isThrownBy(() -> Contribution.parse(infinity));
    }

    private void assertWrong(Contribution contribution, OpeningTask of, int holder) {
        assertThatExceptionOfType(WrongContribution.class)
                .isThrownBy(() -> officers.contributions.check(contribution, commitments, of))
                .satisfies(it -> assertThat(it.holder()).isEqualTo(holder));
    }
}
