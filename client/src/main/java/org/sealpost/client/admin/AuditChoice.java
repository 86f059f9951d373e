package org.sealpost.client.admin;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries of the log; what is not said does not narrow the search. */
final class AuditChoice {
    @Option(names = "--actor", paramLabel = "NAME")
    @Nullable
    String actor;

    @Option(names = "--about", paramLabel = "TEXT")
    @Nullable
    String subject;

    @Option(names = "--act", paramLabel = "ACT")
    @Nullable
    String act;

    @Option(names = "--outcome", paramLabel = "OUTCOME")
    @Nullable
    String outcome;

    @Option(names = "--from", paramLabel = "INSTANT")
    @Nullable
    String from;

    @Option(names = "--until", paramLabel = "INSTANT")
    @Nullable
    String until;

    /** The question. @param path what is asked for these entries */
    Query query(String path) {
        return new Query(path)
                .with("actor", actor)
                .with("subject", subject)
                .with("act", act)
                .with("outcome", outcome)
                .with("from", from)
                .with("to", until);
    }
}
