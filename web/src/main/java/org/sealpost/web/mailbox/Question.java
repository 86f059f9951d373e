package org.sealpost.web.mailbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sealpost.sending.SendingAnswer;
import org.sealpost.sending.SendingDecision;
import org.sealpost.sending.SendingDecision.AskPlainOrCancel;
import org.sealpost.sending.SendingDecision.AskRemovePlainOrCancel;
import org.sealpost.sending.SendingDecision.NothingToSend;

/**
 * What Send asks, as a dialog shows it.
 *
 * @param dialog name of the dialog; empty when nothing is asked
 * @param addresses whom it is about
 * @param names the same for people
 * @param rest the others, in one line
 * @param revoked whether it is about the sender's own certificates
 */
public record Question(String dialog, List<String> addresses, List<String> names, String rest, boolean revoked) {

    /** Nothing is asked. */
    static final Question NONE = new Question("", List.of(), List.of(), "", false);

    /**
     * The question that a decision puts.
     *
     * @param named name and address for an address
     */
    static Question of(SendingDecision decision, UnaryOperator<String> named) {
        if (decision instanceof AskPlainOrCancel ask) {
            boolean revoked = ask.cause() == SendingDecision.Cause.SENDER_REVOKED;
            return about("askPlain", ask.notEnabled(), "", revoked, named);
        }
        if (decision instanceof AskRemovePlainOrCancel ask) {
            String rest = String.join(", ", ask.rest().stream().map(named).toList());
            return about("askSome", ask.notEnabled(), rest, false, named);
        }
        if (decision instanceof NothingToSend nobody) {
            return about("sayNobody", nobody.removed(), "", false, named);
        }
        return NONE;
    }

    private static Question about(
            String dialog, List<String> addresses, String rest, boolean revoked, UnaryOperator<String> named) {
        return new Question(dialog, addresses, addresses.stream().map(named).toList(), rest, revoked);
    }

    /** The answer to this question, which counts only for the people that it named. */
    SendingAnswer answered(SendingAnswer.Choice choice) {
        return new SendingAnswer(choice, new LinkedHashSet<>(addresses));
    }
}
