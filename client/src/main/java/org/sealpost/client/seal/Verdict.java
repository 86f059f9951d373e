package org.sealpost.client.seal;

import org.sealpost.client.command.Surroundings;
import org.sealpost.smime.MessageKind;
import org.sealpost.smime.OpenedMessage;

/** Says beside the message how it was sealed and what became of each check. */
public final class Verdict {
    private final Surroundings here;
    private final OpeningReport report;

    public Verdict(Surroundings here, OpeningReport report) {
        this.here = here;
        this.report = report;
    }

    /** Says it. */
    public void tell(OpenedMessage opened) {
        opened.sealState()
                .format()
                .ifPresentOrElse(
                        format -> here.say(
                                opened.sealState().weak() ? "open.encrypted.weak" : "open.encrypted",
                                format.displayName()),
                        () -> here.say("open.not-encrypted"));
        if (opened.sealState().textOnly()) {
            here.say("open.changeable");
        }
        report.lines(opened).forEach(here.terminal().err()::println);
        if (opened.remaining() != MessageKind.PLAIN) {
            here.say("open.sealed-inside");
        }
        here.say("open.verdict." + opened.signatureOutcome().map(Enum::name).orElse("NONE"));
    }
}
