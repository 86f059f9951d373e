package org.sealpost.sending;

import java.util.List;

/** What to do with a message: closed, so that every caller treats every case. Addresses keep the given order. */
public sealed interface SendingDecision {
    /** Send as it is, without encryption and signature. */
    record SendPlain(List<String> recipients) implements SendingDecision {
        /** Keeps a copy. */
        public SendPlain {
            recipients = List.copyOf(recipients);
        }
    }

    /** Sign, encrypt or both; needs the sender's password exactly when {@code sign}. */
    record Seal(List<String> recipients, boolean encrypt, boolean sign) implements SendingDecision {
        /** Keeps a copy. */
        public Seal {
            recipients = List.copyOf(recipients);
        }
    }

    /** Ask: send unencrypted, or cancel. */
    record AskPlainOrCancel(Cause cause, List<String> notEnabled) implements SendingDecision {
        /** Keeps a copy. */
        public AskPlainOrCancel {
            notEnabled = List.copyOf(notEnabled);
        }
    }

    /** Ask: remove those that are not enabled, send unencrypted to all, or cancel. */
    record AskRemovePlainOrCancel(List<String> notEnabled, List<String> rest) implements SendingDecision {
        /** Keeps a copy. */
        public AskRemovePlainOrCancel {
            notEnabled = List.copyOf(notEnabled);
            rest = List.copyOf(rest);
        }
    }

    /** Nobody to send to: no recipient given, or all of them removed. */
    record NothingToSend(List<String> removed) implements SendingDecision {
        /** Keeps a copy. */
        public NothingToSend {
            removed = List.copyOf(removed);
        }
    }

    /** The sender does not want to send; the draft stays as it was. */
    record Cancelled() implements SendingDecision {}

    /** Why only unencrypted sending is left. */
    enum Cause {
        /** No recipient has Advanced Security. */
        NOBODY_ENABLED,
        /** The sender's own certificates are revoked, so that nothing can be sealed. */
        SENDER_REVOKED
    }
}
