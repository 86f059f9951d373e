package org.sealpost.sending;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.sending.SendingAnswer.Choice;
import org.sealpost.sending.SendingDecision.AskPlainOrCancel;
import org.sealpost.sending.SendingDecision.AskRemovePlainOrCancel;
import org.sealpost.sending.SendingDecision.Cancelled;
import org.sealpost.sending.SendingDecision.Cause;
import org.sealpost.sending.SendingDecision.NothingToSend;
import org.sealpost.sending.SendingDecision.Seal;
import org.sealpost.sending.SendingDecision.SendPlain;

/** The rules of sending, without any state: the same question always gets the same decision. */
public final class SendingRules {
    private SendingRules() {}

    /**
     * Decides on a message.
     *
     * <p>A sender without Advanced Security sends plain; one whose certificates are revoked is asked first, because
     * that sender still expects protection. Signing alone asks nothing about recipients. Unencrypted sending keeps the
     * signature that was asked for. Removing counts only for recipients that the question named; if there are others
     * by now, it is asked again.
     *
     * @param sender status of the sender's own mailbox
     * @param recipients status of each recipient, in the order of the message
     * @param options what the sender ticked
     * @param answer the sender's answer, when a question was asked before
     */
    public static SendingDecision decide(
            RecipientStatus sender,
            Map<String, RecipientStatus> recipients,
            SendingOptions options,
            Optional<SendingAnswer> answer) {
        if (chose(Choice.CANCEL, answer)) {
            return new Cancelled();
        }
        if (recipients.isEmpty()) {
            return new NothingToSend(List.of());
        }
        List<String> all = List.copyOf(recipients.keySet());
        if (!options.encrypt() && !options.sign()) {
            return new SendPlain(all);
        }
        return switch (sender) {
            case ENABLED -> options.encrypt() ? encrypt(recipients, options, answer) : new Seal(all, false, true);
            case NOT_ENABLED, UNKNOWN -> new SendPlain(all);
            case REVOKED ->
                chose(Choice.SEND_UNENCRYPTED, answer)
                        ? new SendPlain(all)
                        : new AskPlainOrCancel(Cause.SENDER_REVOKED, List.of());
        };
    }

    private static SendingDecision encrypt(
            Map<String, RecipientStatus> recipients, SendingOptions options, Optional<SendingAnswer> answer) {
        List<String> enabled = withEnabled(recipients, true);
        List<String> notEnabled = withEnabled(recipients, false);
        if (notEnabled.isEmpty()) {
            return new Seal(enabled, true, options.sign());
        }
        if (chose(Choice.SEND_UNENCRYPTED, answer)) {
            List<String> all = List.copyOf(recipients.keySet());
            return options.sign() ? new Seal(all, false, true) : new SendPlain(all);
        }
        if (chose(Choice.REMOVE_NOT_ENABLED, answer)
                && answer.get().notEnabled().containsAll(notEnabled)) {
            return enabled.isEmpty() ? new NothingToSend(notEnabled) : new Seal(enabled, true, options.sign());
        }
        return enabled.isEmpty()
                ? new AskPlainOrCancel(Cause.NOBODY_ENABLED, notEnabled)
                : new AskRemovePlainOrCancel(notEnabled, enabled);
    }

    private static boolean chose(Choice choice, Optional<SendingAnswer> answer) {
        return answer.isPresent() && answer.get().choice() == choice;
    }

    private static List<String> withEnabled(Map<String, RecipientStatus> recipients, boolean enabled) {
        return recipients.entrySet().stream()
                .filter(one -> one.getValue().enabled() == enabled)
                .map(Map.Entry::getKey)
                .toList();
    }
}
