package org.sealpost.model;

import org.sealpost.protocol.WrongState;

/** The job is in a state in which this cannot be done to it; nothing was changed. */
public final class WrongJobState extends WrongState {
    private static final long serialVersionUID = 1;

    WrongJobState(JobState state, JobVerb verb) {
        super("wrong-job-state", state, verb);
    }
}
