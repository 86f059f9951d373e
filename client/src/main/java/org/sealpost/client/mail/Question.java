package org.sealpost.client.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.mail.LetterOptions.IfNotEnabled;
import org.sealpost.sending.SendingAnswer;
import org.sealpost.sending.SendingAnswer.Choice;
import org.sealpost.sending.SendingDecision;
import org.sealpost.sending.SendingDecision.AskPlainOrCancel;
import org.sealpost.sending.SendingDecision.AskRemovePlainOrCancel;

/** Puts a question of the sending rules to the sender, or takes the answer that was given beforehand. */
final class Question {
    private final Surroundings here;
    private final @Nullable IfNotEnabled given;

    Question(Surroundings here, @Nullable IfNotEnabled given) {
        this.here = here;
        this.given = given;
    }

    /**
     * The answer.
     *
     * @throws Refused when there is none beforehand and nobody can be asked, or the one given does not fit the question
     */
    SendingAnswer answer(SendingDecision decision) {
        if (decision instanceof AskRemovePlainOrCancel ask) {
            String names = String.join(", ", ask.notEnabled());
            return answered(ask.notEnabled(), () -> here.texts().of("send.ask.some", names), true);
        }
        if (decision instanceof AskPlainOrCancel ask) {
            String names = String.join(", ", ask.notEnabled());
            String key = ask.cause() == SendingDecision.Cause.SENDER_REVOKED ? "send.ask.revoked" : "send.ask.nobody";
            return answered(ask.notEnabled(), () -> here.texts().of(key, names), false);
        }
        throw new IllegalArgumentException("nothing is asked");
    }

    private SendingAnswer answered(List<String> notEnabled, Supplier<String> question, boolean mayRemove) {
        if (given == IfNotEnabled.remove && !mayRemove) {
            throw new Refused("nobody-left", String.join(", ", notEnabled));
        }
        Choice choice = given == null ? asked(question.get(), mayRemove, notEnabled) : choice(given);
        return new SendingAnswer(choice, new LinkedHashSet<>(notEnabled));
    }

    private Choice asked(String question, boolean mayRemove, List<String> notEnabled) {
        here.terminal().err().println(question);
        String prompt = here.texts().of(mayRemove ? "send.choose.some" : "send.choose");
        while (true) {
            Optional<String> typed = here.terminal().ask(prompt);
            if (typed.isEmpty()) {
                throw new Refused("not-asked", String.join(", ", notEnabled));
            }
            for (IfNotEnabled one : IfNotEnabled.values()) {
                boolean offered = one != IfNotEnabled.remove || mayRemove;
                if (offered && typed.get().equalsIgnoreCase(here.texts().of("send.choice." + one))) {
                    return choice(one);
                }
            }
        }
    }

    private static Choice choice(IfNotEnabled given) {
        return switch (given) {
            case remove -> Choice.REMOVE_NOT_ENABLED;
            case plain -> Choice.SEND_UNENCRYPTED;
            case cancel -> Choice.CANCEL;
        };
    }
}
