package org.sealpost.web;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;

/** An audit log that only remembers its failures, each as one line. */
public final class Recorded extends AuditLog {
    private final List<String> failures = new ArrayList<>();

    @Override
    public void failure(Act act, String subject, String details) {
        failures.add(act + " " + subject + " " + details);
    }

    /** What was recorded, in order. */
    public List<String> failures() {
        return failures;
    }
}
