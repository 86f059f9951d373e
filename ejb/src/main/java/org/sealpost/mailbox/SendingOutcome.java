package org.sealpost.mailbox;

import org.sealpost.sending.SendingDecision;

/** What became of a click on Send. */
public sealed interface SendingOutcome {
    /**
     * The message is on its way, or was already by an earlier click.
     *
     * @param job number of its job
     */
    record Queued(long job) implements SendingOutcome {}

    /**
     * Nothing was sent: the sender has to be asked (again, when recipients changed since the last answer), has
     * cancelled, or nobody is left to send to.
     */
    record NotSent(SendingDecision decision) implements SendingOutcome {}
}
