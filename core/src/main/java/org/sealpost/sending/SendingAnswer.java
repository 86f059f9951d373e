package org.sealpost.sending;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The sender's answer to a question, together with whom the question was about: an answer counts only for what its
 * sender saw. It is put through {@link SendingRules#decide} again, since people may have been enabled, disabled or
 * revoked in between.
 *
 * @param choice what the sender chose
 * @param notEnabled the addresses that the question named, in its order
 */
public record SendingAnswer(Choice choice, Set<String> notEnabled) {
    /** Keeps a copy in order. */
    public SendingAnswer {
        notEnabled = Collections.unmodifiableSet(new LinkedHashSet<>(notEnabled));
    }

    /** The buttons. */
    public enum Choice {
        /** Remove the recipients named in the question. */
        REMOVE_NOT_ENABLED,
        /** Send unencrypted to all recipients. */
        SEND_UNENCRYPTED,
        /** Do not send. */
        CANCEL
    }
}
