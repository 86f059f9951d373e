package org.sealpost.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkRun;
import org.sealpost.model.BulkTerms;
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

    /** Whoever may not revoke one mailbox alone may not revoke many alone. */
    @Override
    public Optional<SensitiveVerb> noEasierThan() {
        return kind == BulkKind.REVOKE ? Optional.of(SensitiveVerb.REVOKE) : Optional.empty();
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
        BulkTerms terms = desk.row(run).terms();
        List<Object> told = new ArrayList<>(List.of(run, desk.waiting(run), terms.chosen()));
        terms.cause().ifPresent(told::add);
        return new Explanation("bulk-" + kind.name().toLowerCase(Locale.ROOT), told);
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        BulkRun run = desk.start(Long.parseLong(request.terms().payload()));
        return new Done(
                Act.START_BULK,
                run.label(),
                kind + run.terms().cause().map(cause -> " " + cause).orElse("") + ", " + desk.waiting(run.id())
                        + " mailboxes: " + run.terms().chosen());
    }

    /** What its request in the approvals is for. */
    static String payload(long run) {
        return Long.toString(run);
    }
}
