package org.sealpost.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.mailbox.PostOffice.draft;

import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.OutgoingAttachment;
import org.sealpost.mime.ThreadLinks;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.RecipientPart;
import org.sealpost.sending.SendingAnswer;
import org.sealpost.sending.SendingDecision;
import org.sealpost.sending.SendingDecision.AskRemovePlainOrCancel;
import org.sealpost.sending.SendingDecision.Seal;
import org.sealpost.sending.SendingDecision.SendPlain;
import org.sealpost.sending.SendingOptions;

class SendingServiceTest {
    private static final SendingOptions ENCRYPT = new SendingOptions(true, false);
    private static final SendingOptions BOTH = new SendingOptions(true, true);
    private static final List<String> BOB = List.of("bob@corp.example");
    private static final List<String> NOBODY = List.of();

    private PostOffice office;
    private SendingService sending;

    @BeforeEach
    void open() throws Exception {
        office = new PostOffice().enabled("alice", "bob");
        sending = office.sending;
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aMessageToSomebodyEnabledIsSealed() {
        assertThat(decide(draft(BOB, NOBODY, NOBODY, BOTH))).isEqualTo(new Seal(BOB, true, true));
    }

    @Test
    void aSenderWithoutAdvancedSecuritySendsPlain() throws Exception {
        office.statuses.remove("alice");
        Draft draft = draft(BOB, NOBODY, NOBODY, BOTH);

        assertThat(decide(draft)).isEqualTo(new SendPlain(BOB));
        sending.send(draft, Optional.empty(), Optional.empty());
        assertThat(office.sent.get(0).encrypts()).isFalse();
        assertThat(office.text()).contains("They are ready");
    }

    @Test
    void whoIsNotEnabledIsAskedAboutAndTheAnswerDecidesAgain() {
        Draft draft = draft(List.of("bob@corp.example", "carol@corp.example"), NOBODY, NOBODY, ENCRYPT);
        AskRemovePlainOrCancel question = new AskRemovePlainOrCancel(List.of("carol@corp.example"), BOB);
        SendingAnswer remove = new SendingAnswer(SendingAnswer.Choice.REMOVE_NOT_ENABLED, Set.of("carol@corp.example"));

        assertThat(sending.send(draft, Optional.empty(), Optional.empty()))
                .isEqualTo(new SendingOutcome.NotSent(question));
        assertThat(office.sent).isEmpty();
        sending.send(draft, Optional.of(remove), Optional.empty());
        assertThat(office.sent.get(0).recipients())
                .extracting(JobRecipient::address)
                .containsExactly("bob@corp.example");
    }

    @Test
    void whoIsRemovedIsGoneFromTheHeaderToo() throws Exception {
        Draft draft = draft(List.of("bob@corp.example", "carol@corp.example"), NOBODY, NOBODY, ENCRYPT);
        sending.send(
                draft,
                Optional.of(new SendingAnswer(SendingAnswer.Choice.REMOVE_NOT_ENABLED, Set.of("carol@corp.example"))),
                Optional.empty());
        assertThat(office.text()).contains("bob@corp.example").doesNotContain("carol");
    }

    @Test
    void aGroupIsExpandedAndEachPersonIsThereOnce() throws Exception {
        office.enabled("carol", "dave", "soehne");
        Draft draft = draft(List.of("sales@corp.example", "carol@corp.example"), BOB, NOBODY, ENCRYPT);
        sending.send(draft, Optional.empty(), Optional.empty());

        assertThat(office.sent.get(0).recipients())
                .extracting(JobRecipient::address)
                .containsExactly(
                        "carol@corp.example", "dave@corp.example", "juergen.soehne@corp.example", "bob@corp.example");
        assertThat(office.text()).contains("sales@corp.example").doesNotContain("dave");
    }

    @Test
    void blindRecipientsAreNowhereInTheMessage() throws Exception {
        office.enabled("dave");
        sending.send(draft(BOB, NOBODY, List.of("dave@corp.example"), ENCRYPT), Optional.empty(), Optional.empty());

        assertThat(office.text()).doesNotContainIgnoringCase("bcc").doesNotContain("dave");
        assertThat(office.sent.get(0).recipients())
                .extracting(JobRecipient::part)
                .containsExactly(RecipientPart.TO, RecipientPart.BCC);
    }

    @Test
    void whoStandsInToAndBccIsNoSecret() {
        sending.send(draft(BOB, NOBODY, BOB, ENCRYPT), Optional.empty(), Optional.empty());
        assertThat(office.sent.get(0).recipients())
                .extracting(JobRecipient::part)
                .containsExactly(RecipientPart.TO);
    }

    @Test
    void anAddressThatTheDirectoryDoesNotKnowIsNamed() {
        Draft draft = draft(List.of("Bob <bob@corp.example>", "eve@else.example", "nonsense"), NOBODY, NOBODY, BOTH);
        assertThatThrownBy(() -> decide(draft))
                .isInstanceOfSatisfying(UnknownRecipients.class, unknown -> assertThat(unknown.arguments())
                        .containsExactly("eve@else.example, nonsense"));
    }

    @Test
    void aFormatThatDoesNotStopChangesGetsASignatureInside() {
        office.reads.put("bob", Capabilities.STANDARD);
        assertThat(decide(draft(BOB, NOBODY, NOBODY, ENCRYPT))).isEqualTo(new Seal(BOB, true, true));
        office.reads.put("bob", Capabilities.OWN);
        assertThat(decide(draft(BOB, NOBODY, NOBODY, ENCRYPT))).isEqualTo(new Seal(BOB, true, false));
        office.policy = FormatPolicy.of(Edition.NORTH_AMERICAN);
        assertThat(decide(draft(BOB, NOBODY, NOBODY, ENCRYPT))).isEqualTo(new Seal(BOB, true, true));
    }

    @Test
    void aBlindRecipientsWeakerProgramDoesNotWeakenTheOthersCopy() {
        office.enabled("dave");
        office.reads.put("dave", new Capabilities(EnumSet.of(EncryptionFormat.CAST_40), true));
        assertThatThrownBy(() -> decide(draft(BOB, NOBODY, List.of("dave@corp.example"), BOTH)))
                .isInstanceOfSatisfying(NoCommonFormat.class, refused -> assertThat(refused.arguments())
                        .singleElement()
                        .asString()
                        .startsWith("dave@corp.example: ")
                        .doesNotContain("bob"));
    }

    @Test
    void aSecondClickSendsNothingAndNamesTheJobOfTheFirst() {
        Draft draft = draft(BOB, NOBODY, NOBODY, ENCRYPT);
        SendingOutcome first = sending.send(draft, Optional.empty(), Optional.empty());

        assertThat(sending.send(draft, Optional.empty(), Optional.empty())).isEqualTo(first);
        assertThat(office.sent).hasSize(1);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaidSoAndNothingIsSent() {
        office.databaseDown = true;
        assertThatThrownBy(() -> sending.send(draft(BOB, NOBODY, NOBODY, ENCRYPT), Optional.empty(), Optional.empty()))
                .isInstanceOf(SendingUnavailable.class);
        assertThat(office.sent).isEmpty();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaidSoAtEveryStepBeforeTheSend() {
        office.databaseDown = true;
        assertThatThrownBy(() -> decide(draft(BOB, NOBODY, NOBODY, ENCRYPT))).isInstanceOf(SendingUnavailable.class);
        assertThatThrownBy(() -> sending.recipients(BOB)).isInstanceOf(SendingUnavailable.class);
        assertThatThrownBy(() -> sending.complete("bo", 5)).isInstanceOf(SendingUnavailable.class);
    }

    @Test
    void aQueueThatDoesNotAnswerIsSaidSoAndTheSameDraftGoesOutLater() {
        Draft draft = draft(BOB, NOBODY, NOBODY, ENCRYPT);
        office.queueDown = true;
        assertThatThrownBy(() -> sending.send(draft, Optional.empty(), Optional.empty()))
                .isInstanceOf(SendingUnavailable.class);
        assertThat(office.sent).isEmpty();
        office.queueDown = false;
        sending.send(draft, Optional.empty(), Optional.empty());
        assertThat(office.sent).hasSize(1);
    }

    @Test
    void attachmentsOverTheLimitAreRefusedBeforeTheyAreRead() {
        MessageSource endless = new MessageSource() {
            @Override
            public InputStream open() {
                throw new IllegalStateException("was read");
            }

            @Override
            public long length() {
                return Outgoing.MAX_ATTACHMENTS / 2 + 1;
            }
        };
        OutgoingAttachment large = new OutgoingAttachment("a.bin", "application/octet-stream", endless);
        Draft draft = new Draft("key", BOB, NOBODY, NOBODY, "", "", List.of(large, large), ThreadLinks.NONE, ENCRYPT);
        assertThatThrownBy(() -> sending.send(draft, Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(AttachmentsTooLarge.class, refused -> assertThat(refused.arguments())
                        .containsExactly(25L));
    }

    private SendingDecision decide(Draft draft) {
        return sending.decide(draft, Optional.empty());
    }
}
