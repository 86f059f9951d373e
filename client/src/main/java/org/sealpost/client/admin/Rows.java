package org.sealpost.client.admin;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether the rows of something are wanted in place of itself, and behind which of them. */
final class Rows {
    @Option(names = "--items")
    boolean items;

    @Option(names = "--after", paramLabel = "KEY")
    @Nullable
    String after;

    /** What to ask for. @param rows what the path of the rows adds to that of the thing itself */
    String of(String path, String rows) {
        return items ? new Query(path + "/" + rows).with("after", after).toString() : path;
    }
}
