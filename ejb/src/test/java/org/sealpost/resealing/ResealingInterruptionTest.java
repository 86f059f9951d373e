package org.sealpost.resealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.ContentRepository;
import org.sealpost.model.MailContent;
import org.sealpost.model.NotResealing;
import org.sealpost.model.ResealingState;

/** Whatever comes between, each message has one turn, the old octets stay until the new ones count, and nothing is lost. */
class ResealingInterruptionTest {
    private static final int MESSAGES = 5;

    private final Cabinet cabinet = new Cabinet();
    private final Tables tables = new Tables(cabinet.alice.get(DataSource.class));
    private final List<Long> all = new ArrayList<>();

    @AfterEach
    void close() {
        cabinet.close();
    }

    private void deliver() {
        for (int i = 0; i < MESSAGES; i++) {
            all.add(cabinet.deliver(EncryptionFormat.DES));
        }
    }

    private Watched watched(IntConsumer before) {
        Watched watched = new Watched(cabinet.envelope, before);
        cabinet.steps.envelope = watched;
        return watched;
    }

    private void unwatched() {
        cabinet.steps.envelope = cabinet.envelope;
    }

    private void assertAllDone() {
        assertThat(cabinet.run().state()).isEqualTo(ResealingState.FINISHED);
        assertThat(cabinet.run().done()).isEqualTo(MESSAGES);
        all.forEach(id -> assertThat(cabinet.format(id)).contains("AES_256_GCM"));
    }

    @Test
    void aServerThatDiesInATurnGoesOnWithThatTurnAndNoOther() {
        deliver();
        Watched first = watched(turn -> {
            if (turn == 3) {
                throw new Watched.Death();
            }
        });
        cabinet.begin();
        assertThatThrownBy(cabinet::work).isInstanceOf(Watched.Death.class);
        assertThat(cabinet.run().done()).isEqualTo(2);
        assertThat(cabinet.format(all.get(2))).contains("DES");

        cabinet.restart();
        cabinet.alice.clock().pass(Duration.ofMinutes(2));
        assertThat(cabinet.run().state()).as("nobody is at it").isEqualTo(ResealingState.INTERRUPTED);
        assertThat(cabinet.run().left()).isEqualTo(3);
        Watched second = watched(turn -> {});
        cabinet.begin();
        cabinet.work();
        assertAllDone();
        assertThat(first.turns).isEqualTo(all.subList(0, 3));
        assertThat(second.turns).isEqualTo(all.subList(2, MESSAGES));
    }

    @Test
    void twoStartsAtOnceGiveEachMessageOneTurn() {
        deliver();
        Watched watched = watched(turn -> {});
        cabinet.begin();
        cabinet.begin();
        cabinet.work();
        assertAllDone();
        assertThat(watched.turns).isEqualTo(all);
    }

    /** The password was forgotten, or its owner has logged out. */
    @Test
    void whenTheConsentEndsTheKeysArePutAwayAndItGoesOnWithTheNext() {
        deliver();
        watched(turn -> {
            if (turn == 2) {
                cabinet.consent.close();
            }
        });
        cabinet.begin();
        cabinet.work();
        assertThat(cabinet.run().state()).isEqualTo(ResealingState.INTERRUPTED);
        assertThat(cabinet.run().stopped()).isTrue();
        assertThat(cabinet.run().done()).isEqualTo(2);

        unwatched();
        cabinet.begin(
                Cabinet.PASSWORD, new Consent(cabinet.alice.clock().instant().plusSeconds(60)));
        cabinet.work();
        assertAllDone();
        assertThat(cabinet.records(Act.END_RESEALING).stream().map(AuditRecord::details))
                .containsExactly(
                        "interrupted: 2 re-encrypted, 0 kept, 0 refused",
                        "finished: 5 re-encrypted, 0 kept, 0 refused");
    }

    @Test
    void theConsentEndsByItselfToo() {
        deliver();
        Consent tooLate = new Consent(cabinet.alice.clock().instant());
        cabinet.begin(Cabinet.PASSWORD, tooLate);
        cabinet.work();
        assertThat(cabinet.run().state()).isEqualTo(ResealingState.INTERRUPTED);
        assertThat(cabinet.run().done()).isZero();
    }

    @Test
    void aPauseCountsFromTheNextMessageOn() {
        assertThatThrownBy(() -> cabinet.alice.run(cabinet.service::pause)).isInstanceOf(NotResealing.class);
        deliver();
        cabinet.begin();
        cabinet.alice.run(cabinet.service::pause);
        cabinet.work();
        assertThat(cabinet.run().state()).isEqualTo(ResealingState.PAUSED);
        assertThat(cabinet.run().left()).isEqualTo(MESSAGES);
        cabinet.begin();
        cabinet.work();
        assertAllDone();
    }

    /** Another request deletes it while it is being sealed anew. */
    @Test
    void aMessageThatIsDeletedMeanwhileStaysDeleted() {
        deliver();
        long gone = all.remove(1);
        watched(turn -> {
            if (turn == 2) {
                tables.change("delete from stored_message where id = " + gone);
            }
        });
        cabinet.begin();
        cabinet.work();
        assertThat(cabinet.run().state()).isEqualTo(ResealingState.FINISHED);
        assertThat(cabinet.run().done()).isEqualTo(MESSAGES - 1);
        assertThat(cabinet.run().refused()).isZero();
        all.forEach(id -> assertThat(cabinet.format(id)).contains("AES_256_GCM"));
        assertThat(tables.number("select count(*) from stored_message")).isEqualTo(MESSAGES - 1);
    }

    /** Its owner opens it at that moment: what that remembered is not overwritten. */
    @Test
    void aMarkThatIsSetMeanwhileIsKept() {
        deliver();
        long opened = all.get(1);
        watched(turn -> {
            if (turn == 2) {
                tables.change("update stored_message set seen = true, version = version + 1 where id = " + opened);
            }
        });
        cabinet.begin();
        cabinet.work();
        assertAllDone();
        assertThat(cabinet.alice.call(() -> cabinet.message(opened).seen())).isTrue();
    }

    @Test
    void aMessageThatNeverHoldsStillIsLeftWithItsReason() {
        deliver();
        long restless = all.get(0);
        watched(turn -> {
            if (turn <= 3) {
                tables.change("update stored_message set version = version + 1 where id = " + restless);
            }
        });
        cabinet.begin();
        cabinet.work();
        assertThat(cabinet.run().done()).isEqualTo(MESSAGES - 1);
        assertThat(cabinet.refused()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(restless);
            assertThat(row.code()).isEqualTo("changed-meanwhile");
            assertThat(row.subject()).isEqualTo("Plans");
        });
    }

    /** The octets in the database are not what was to be written: they open, and to something else. */
    @Test
    void whatDoesNotCompareIsNotTaken() {
        deliver();
        byte[] old = cabinet.octets(all.get(0));
        byte[] other = cabinet.maker.sealed(
                cabinet.maker.signed(Maker.LETTER.replace("new building", "old building")),
                EncryptionFormat.AES_256_GCM);
        writing(other);
        cabinet.begin();
        cabinet.work();
        assertThat(cabinet.refused()).hasSize(MESSAGES).allMatch(row -> row.code()
                .equals("resealed-differs"));
        assertThat(cabinet.octets(all.get(0))).isEqualTo(old);
        assertThat(cabinet.format(all.get(0))).contains("DES");
        assertThat(tables.number("select count(*) from mail_content"))
                .as("no new octets stay")
                .isEqualTo(MESSAGES);
    }

    @Test
    void whatDoesNotOpenIsNotTaken() {
        deliver();
        byte[] old = cabinet.octets(all.get(0));
        writing("Subject: nothing\r\nContent-Type: application/pkcs7-mime\r\n\r\nx"
                .getBytes(StandardCharsets.US_ASCII));
        cabinet.begin();
        cabinet.work();
        assertThat(cabinet.run().refused()).isEqualTo(MESSAGES);
        assertThat(cabinet.octets(all.get(0))).isEqualTo(old);
    }

    private void writing(byte[] other) {
        cabinet.envelope.contents = new ContentRepository(cabinet.alice.get(EntityManager.class)) {
            @Override
            public MailContent add(Octets octets) throws IOException {
                return super.add(out -> out.write(other));
            }
        };
    }
}
