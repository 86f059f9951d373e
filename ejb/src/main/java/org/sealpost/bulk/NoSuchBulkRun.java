package org.sealpost.bulk;

import org.sealpost.protocol.NotFound;

/** There is no bulk run of that number. */
public final class NoSuchBulkRun extends NotFound {
    private static final long serialVersionUID = 1;

    NoSuchBulkRun(long run) {
        super("no-such-bulk-run", run);
    }
}
