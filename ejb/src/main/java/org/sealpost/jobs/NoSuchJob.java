package org.sealpost.jobs;

import org.sealpost.protocol.NotFound;

/** There is no such job, or it is another's. */
public final class NoSuchJob extends NotFound {
    private static final long serialVersionUID = 1;

    NoSuchJob() {
        super("no-such-job");
    }
}
