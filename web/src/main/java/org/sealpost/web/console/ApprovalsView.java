package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.ApprovalDetails;
import org.sealpost.approval.ApprovalRow;
import org.sealpost.approval.ApprovalService;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.model.ApprovalQuery;
import org.sealpost.model.ApprovalState;
import org.sealpost.model.ApprovalVerb;
import org.sealpost.model.Page;
import org.sealpost.web.PagedList;
import org.sealpost.web.Texts;

/** The approvals page: what waits for the reader, what the reader asked for, and what became of everything. */
@Named
@ViewScoped
public class ApprovalsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 20;

    @Inject
    ApprovalService approvals;

    @Inject
    ApprovalBadge badge;

    @Inject
    ApprovalWords words;

    @Inject
    Texts texts;

    private final PagedList<ApprovalRow> list = new PagedList<>(this::page);
    private Which which = Which.WAITING;
    private @Nullable ApprovalState state;
    private @Nullable String caller;
    private transient @Nullable ApprovalDetails selected;

    @Size(max = 500)
    private @Nullable String why;

    /** Shows what the fields say, from the newest on; the number in the menu is not to say anything else. */
    public void search() {
        badge.changed();
        caller = approvals.caller().id().value();
        list.restart();
    }

    private Page<ApprovalRow> page(Optional<String> key) {
        return switch (which) {
            case WAITING -> approvals.waiting(key, ROWS);
            case OWN -> approvals.own(key, ROWS);
            case ALL -> approvals.all(new ApprovalQuery.Everybodys(state), key, ROWS);
        };
    }

    /** Opens one request. */
    public void select(long request) {
        why = null;
        selected = approvals.explain(request);
    }

    /** Agrees to the open request, and says what came of it. */
    public void approve() {
        long request = opened().row().id();
        Agreed agreed = approvals.approve(request);
        changed();
        if (agreed instanceof Agreed.Waiting waiting) {
            texts.done("approvals.agreed.waiting", waiting.missing());
        } else if (agreed instanceof Agreed.Failed failed) {
            words.failed(failed.cause());
        } else {
            texts.done(agreed instanceof Agreed.CarriedOut ? "approvals.agreed.done" : "approvals.agreed.requester");
        }
    }

    /** Says no to the open request. */
    public void refuse() {
        approvals.refuse(opened().row().id(), why == null ? "" : why);
        changed();
        texts.done("approvals.refused");
    }

    /** Takes the open request back. */
    public void withdraw() {
        approvals.withdraw(opened().row().id());
        changed();
        texts.done("approvals.withdrawn");
    }

    private ApprovalDetails opened() {
        return requireNonNull(selected);
    }

    private void changed() {
        selected = null;
        badge.changed();
        list.reload();
    }

    /** Whether the reader may agree to or refuse the open request, as far as the page can know. */
    public boolean isDecidable() {
        return selected != null
                && selected.row().standing().state().allows(ApprovalVerb.APPROVE)
                && !isOwn()
                && selected.approvals().stream().noneMatch(one -> one.approver().equals(caller));
    }

    /** Whether a yes alone is enough, or the feature's own page has to be used. */
    public boolean isPlain() {
        return selected != null && selected.manner() != ApprovedAct.Manner.CONTRIBUTION;
    }

    /** Whether the reader can take the open request back. */
    public boolean isWithdrawable() {
        return selected != null && isOwn() && selected.row().standing().state().allows(ApprovalVerb.WITHDRAW);
    }

    private boolean isOwn() {
        return opened().row().requester().id().value().equals(caller);
    }

    /** What will happen, in the reader's language; empty when nothing is open. */
    public String getWill() {
        return selected == null ? "" : words.will(selected.explanation());
    }

    /** The requests found. */
    public PagedList<ApprovalRow> getList() {
        return list;
    }

    /** The open request; null when none is. */
    public @Nullable ApprovalDetails getSelected() {
        return selected;
    }

    /** The lists there are, to choose from. */
    public Which[] getLists() {
        return Which.values();
    }

    /** The states there are, to choose from. */
    public ApprovalState[] getStates() {
        return ApprovalState.values();
    }

    public Which getWhich() {
        return which;
    }

    public void setWhich(Which which) {
        this.which = which;
    }

    public @Nullable ApprovalState getState() {
        return state;
    }

    public void setState(@Nullable ApprovalState state) {
        this.state = state;
    }

    public @Nullable String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why;
    }

    /** Which requests are shown. */
    public enum Which {
        /** Those that wait for the reader. */
        WAITING,
        /** The reader's own. */
        OWN,
        /** Everybody's, in every state. */
        ALL
    }
}
