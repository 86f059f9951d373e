package org.sealpost.bulk;

import java.util.Locale;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkRun;
import org.sealpost.model.SensitiveVerb;

/** Starting a planned run once enough people have agreed; the payload is the run's number. */
class BulkStart implements ApprovedAct {
    private final BulkKind kind;
    private final BulkDesk desk;

    BulkStart(BulkKind kind, BulkDesk desk) {
        this.kind = kind;
        this.desk = desk;
    }

    @Override
    public SensitiveVerb verb() {
        return kind.verb();
    }

    @Override
    public void check(String payload) {
        long run = Long.parseLong(payload);
        desk.requirePlanned(run);
        if (desk.waiting(run) == 0) {
            throw new NobodyToTake(run);
        }
    }

    @Override
    public Explanation explain(String payload) {
        long run = Long.parseLong(payload);
        return Explanation.of(
                "bulk-" + kind.name().toLowerCase(Locale.ROOT),
                run,
                desk.waiting(run),
                desk.row(run).terms().chosen());
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        BulkRun run = desk.start(Long.parseLong(request.terms().payload()));
        return new Done(
                Act.START_BULK,
                run.label(),
                kind + ", " + desk.waiting(run.id()) + " mailboxes: "
                        + run.terms().chosen());
    }

    /** What its request in the approvals is for. */
    static String payload(long run) {
        return Long.toString(run);
    }
}
