package org.sealpost.bulk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Optional;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Requested;
import org.sealpost.audit.Audited;
import org.sealpost.model.Act;
import org.sealpost.model.BulkVerb;
import org.sealpost.model.Page;
import org.sealpost.stepup.StepUp;

/**
 * Bulk runs for administrators of mailboxes: tried dry, started when the policy's people agree, then watched and steered.
 *
 * <p>All verbs throw {@link NoSuchBulkRun} for a number that there is not, and
 * {@link org.sealpost.model.WrongBulkState} when the run is in a wrong state.
 */
@Stateless
@RolesAllowed("mailbox-admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkService {
    @Inject
    Candidates candidates;

    @Inject
    BulkDesk desk;

    @Inject
    Approvals approvals;

    /**
     * The dry run: looks at everybody and does nothing.
     *
     * @return number of the planned run
     * @throws UnclearRevocation when certificates are to end and cause or reason is missing
     * @throws TooManyMailboxes when the choice is too large for one run
     * @throws org.sealpost.model.MailboxNotKnown when there is no such group
     */
    @Audited(Act.PLAN_BULK)
    public long plan(@Valid BulkOrder order) {
        order.requireClear();
        return desk.plan(order, candidates.of(order.choice(), order.kind()));
    }

    /**
     * Asks for what was planned to be carried out; it begins within seconds when nobody else has to agree.
     *
     * @param ticket number of a ticket; may be empty unless the policy asks for it
     * @throws NobodyToTake when there is nobody to whom it could be done
     */
    @StepUp
    @Audited(Act.START_BULK)
    public Requested start(long run, String ticket) {
        BulkRunRow planned = desk.row(run);
        return approvals.request(
                planned.terms().kind().verb(),
                "bulk run " + run,
                BulkStart.payload(run),
                planned.terms().reason(),
                ticket);
    }

    /** Stops after the mailbox whose turn it is. */
    @Audited(Act.STEER_BULK)
    public void pause(long run) {
        desk.steer(run, BulkVerb.PAUSE);
    }

    /** Goes on where it stopped. */
    @Audited(Act.STEER_BULK)
    public void resume(long run) {
        desk.steer(run, BulkVerb.RESUME);
    }

    /** Gives the run up for good; what was done stays done, and its tokens can still be taken. */
    @Audited(Act.STEER_BULK)
    public void cancel(long run) {
        desk.steer(run, BulkVerb.CANCEL);
    }

    public BulkRunRow run(long run) {
        return desk.row(run);
    }

    /** Runs, newest first. */
    public Page<BulkRunRow> runs(Optional<String> key, int limit) {
        return desk.page(key, limit);
    }

    /** What became of the mailboxes of a run, in their order. */
    public Page<BulkItemRow> items(@Valid BulkItemQuery query) {
        return desk.items(query);
    }
}
