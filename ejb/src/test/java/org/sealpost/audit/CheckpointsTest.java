package org.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.audit.ChainReport.Unbroken;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.StatementKey;

class CheckpointsTest {
    private final TestLog on = new TestLog(Assembly.freshH2());

    @AfterEach
    void close() {
        on.close();
    }

    @Test
    void aCheckpointVerifiesWithItsPublicKeyAlone() {
        on.running(2);
        LogCheckpoint signed =
                on.assembly.inTransaction(() -> on.service.signCheckpoint()).orElseThrow();
        assertThat(signed.number()).isEqualTo(2);
        assertThat(signed.line()).startsWith("sealpost audit checkpoint 1 2 ").contains(" running ");
        assertThat(StatementKey.verify(
                        signed.checkpoint().publicKey(),
                        signed.checkpoint().statement().encoded(),
                        signed.checkpoint().signature()))
                .isTrue();
    }

    @Test
    void whatWasTakenOutReadsBackAndAnythingElseIsRefused() {
        on.running(2);
        LogCheckpoint signed =
                on.assembly.inTransaction(() -> on.service.signCheckpoint()).orElseThrow();
        LogCheckpoint read = LogCheckpoint.parse(signed.line(), signed.signature(), signed.publicKey());
        assertThat(on.assembly.inTransaction(() -> on.service.verifyChain(List.of(read.checkpoint()))))
                .isInstanceOf(Unbroken.class);
        assertThatThrownBy(() -> LogCheckpoint.parse("sealpost", signed.signature(), signed.publicKey()))
                .isInstanceOf(BadCheckpoint.class);
        assertThatThrownBy(() -> LogCheckpoint.parse(signed.line(), "no base64!", signed.publicKey()))
                .isInstanceOf(BadCheckpoint.class);
    }

    @Test
    void nothingNewIsNotSignedAgainAndNothingWithoutTheKey() {
        on.running(1);
        assertThat(on.assembly.inTransaction(on.checkpoints::sign)).isPresent();
        assertThat(on.assembly.inTransaction(on.checkpoints::sign)).isEmpty();
        on.chainKey.close();
        on.add(1);
        assertThat(on.assembly.inTransaction(on.checkpoints::sign)).isEmpty();
    }

    @Test
    void anotherSecretIsAnotherSigner() {
        on.chainKey.open(SecretBytes.taking(new byte[32]));
        Optional<byte[]> first = on.chainKey.publicKey();
        on.chainKey.open(SecretBytes.random(32, new SecureRandom()));
        assertThat(on.chainKey.publicKey()).isNotEqualTo(first);
    }

    @Test
    void checkpointsAreSignedWhenTheKeysComeEveryThousandEntriesAndEveryHour() {
        on.add(1);
        due(0);
        on.chainKey.open(SecretBytes.taking(new byte[32]));
        due(1);
        due(1);
        on.add(999);
        due(1);
        on.add(1);
        due(2);
        on.clock.pass(Duration.ofHours(2));
        due(2);
        on.add(1);
        due(3);
        assertThat(on.verify()).isEqualTo(new Unbroken(1002, 1002, 3));
    }

    private void due(int expected) {
        on.assembly.run(on.checkpoints::signIfDue);
        assertThat(on.assembly.inTransaction(() ->
                        on.service.checkpoints(Optional.empty(), 10).rows().size()))
                .isEqualTo(expected);
    }
}
