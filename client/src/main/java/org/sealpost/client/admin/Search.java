package org.sealpost.client.admin;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows of a list are wanted, and behind which of them. */
final class Search {
    @Option(names = "--search", paramLabel = "TEXT")
    @Nullable
    String text;

    @Option(names = "--state", paramLabel = "STATE")
    @Nullable
    String state;

    @Option(names = "--after", paramLabel = "KEY")
    @Nullable
    String after;

    /** What to ask for. @param path of the list */
    String of(String path) {
        return new Query(path)
                .with("text", text)
                .with("state", state)
                .with("after", after)
                .toString();
    }
}
