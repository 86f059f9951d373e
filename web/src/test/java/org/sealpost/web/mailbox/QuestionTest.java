package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sealpost.sending.SendingAnswer.Choice;
import org.sealpost.sending.SendingDecision;
import org.sealpost.sending.SendingDecision.AskPlainOrCancel;
import org.sealpost.sending.SendingDecision.AskRemovePlainOrCancel;
import org.sealpost.sending.SendingDecision.Cancelled;
import org.sealpost.sending.SendingDecision.Cause;
import org.sealpost.sending.SendingDecision.NothingToSend;
import org.sealpost.sending.SendingDecision.Seal;

class QuestionTest {

    @Test
    void nobodyEnabledLeavesPlainOrCancel() {
        Question question = ask(new AskPlainOrCancel(Cause.NOBODY_ENABLED, List.of("dave", "erin")));
        assertThat(question.dialog()).isEqualTo("askPlain");
        assertThat(question.names()).containsExactly("<dave>", "<erin>");
        assertThat(question.revoked()).isFalse();
    }

    @Test
    void someEnabledCanStayWithoutTheOthers() {
        Question question = ask(new AskRemovePlainOrCancel(List.of("dave"), List.of("bob", "carol")));
        assertThat(question.dialog()).isEqualTo("askSome");
        assertThat(question.names()).containsExactly("<dave>");
        assertThat(question.rest()).isEqualTo("<bob>, <carol>");
    }

    @Test
    void aRevokedSenderIsToldThatItIsAboutHim() {
        assertThat(ask(new AskPlainOrCancel(Cause.SENDER_REVOKED, List.of())).revoked())
                .isTrue();
    }

    @Test
    void nobodyLeftIsSaidAndNotSilentlyNothing() {
        Question question = ask(new NothingToSend(List.of("dave")));
        assertThat(question.dialog()).isEqualTo("sayNobody");
        assertThat(question.names()).containsExactly("<dave>");
    }

    @Test
    void whatNeedsNoAnswerAsksNothing() {
        assertThat(ask(new Seal(List.of("bob"), true, true))).isEqualTo(Question.NONE);
        assertThat(ask(new Cancelled())).isEqualTo(Question.NONE);
    }

    @Test
    void anAnswerNamesWhomTheQuestionNamed() {
        Question question = ask(new AskRemovePlainOrCancel(List.of("dave", "erin"), List.of("bob")));
        assertThat(question.answered(Choice.REMOVE_NOT_ENABLED).choice()).isEqualTo(Choice.REMOVE_NOT_ENABLED);
        assertThat(question.answered(Choice.SEND_UNENCRYPTED).notEnabled()).containsExactly("dave", "erin");
    }

    private static Question ask(SendingDecision decision) {
        return Question.of(decision, address -> "<" + address + ">");
    }
}
