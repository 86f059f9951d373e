package org.sealpost.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.jobs.Submission;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.RecipientPart;
import org.sealpost.protocol.SealpostException;

class SubmissionServiceTest {
    private static final List<String> NOBODY = List.of();
    private static final List<String> BOB = List.of("bob@corp.example");
    private static final String HEADER =
            "From: Alice <alice@corp.example>\r\nTo: bob@corp.example\r\nSubject: Plans\r\n";

    private PostOffice office;

    @BeforeEach
    void open() throws Exception {
        office = new PostOffice().enabled("alice", "bob", "carol");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aMessageGoesOutAsItCameAndIsNotEncryptedAgain() throws Exception {
        submit("one", HEADER, BOB, List.of("carol@corp.example"));
        Submission sent = office.sent.get(0);

        assertThat(office.text()).isEqualTo(HEADER + "\r\nsealed already");
        assertThat(sent.encrypts()).isFalse();
        assertThat(sent.terms().signs()).isTrue();
        assertThat(sent.terms().subject()).isEqualTo("Plans");
        assertThat(sent.terms().sender().address()).isEqualTo("alice@corp.example");
        assertThat(sent.recipients())
                .extracting(JobRecipient::address, JobRecipient::part)
                .containsExactly(
                        tuple("bob@corp.example", RecipientPart.TO), tuple("carol@corp.example", RecipientPart.BCC));
    }

    @Test
    void oneKeyMakesOneJob() {
        assertThat(submit("one", HEADER, BOB, NOBODY)).isEqualTo(submit("one", HEADER, BOB, NOBODY));
        submit("two", HEADER, BOB, NOBODY);
        assertThat(office.sent).hasSize(2);
    }

    @Test
    void aGroupIsExpanded() {
        submit("one", HEADER, List.of("sales@corp.example"), NOBODY);
        assertThat(office.sent.get(0).recipients()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "From: bob@corp.example, submission-author",
        "From: alice@corp.example, ''",
        "'From: alice@corp.example, bob@corp.example', submission-author",
        "To: bob@corp.example, submission-author",
        "'From: alice@corp.example\nFrom: bob@corp.example', submission-author",
        "'From: alice@corp.example\nBcc: carol@corp.example', submission-blind",
        "'From: ALICE@corp.example', ''"
    })
    void nobodyWritesInAnothersNameOrGivesBlindRecipientsAway(String header, String refusal) {
        if (refusal.isEmpty()) {
            submit("one", header + "\n", BOB, NOBODY);
            assertThat(office.sent).hasSize(1);
        } else {
            assertRefused(refusal, header + "\n", BOB);
            assertThat(office.sent).isEmpty();
        }
    }

    @Test
    void whoIsNotKnownOrNobodyGetsNothing() {
        assertRefused("submission-nobody", HEADER, NOBODY);
        assertThatThrownBy(() -> submit("one", HEADER, List.of("eve@else.example"), NOBODY))
                .isInstanceOf(UnknownRecipients.class);
    }

    @Test
    void aDatabaseThatIsDownIsSaidToBe() {
        office.databaseDown = true;
        assertThatThrownBy(() -> submit("one", HEADER, BOB, NOBODY)).isInstanceOf(SendingUnavailable.class);
    }

    private void assertRefused(String code, String header, List<String> to) {
        assertThatThrownBy(() -> submit("one", header, to, NOBODY))
                .isInstanceOfSatisfying(SealpostException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }

    private long submit(String key, String header, List<String> to, List<String> bcc) {
        byte[] message = (header + "\r\nsealed already").getBytes(StandardCharsets.US_ASCII);
        return office.submissions.submit(new SubmittedMessage(key, to, NOBODY, bcc, true, MessageSource.of(message)));
    }
}
