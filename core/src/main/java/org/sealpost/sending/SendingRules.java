package org.sealpost.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of sending, without any state: the same question always gets the same decision. */
public final class SendingRules {
    private SendingRules() {}

    /**
     * Decides on a message.
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
        return org.sealpost.crypto.Soon.soon();
    }

    static List<String> all(Map<String, RecipientStatus> recipients) {
        return new ArrayList<>(recipients.keySet());
    }
}
