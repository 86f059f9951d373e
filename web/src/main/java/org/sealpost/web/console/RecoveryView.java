package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.ApprovalDetails;
import org.sealpost.approval.ApprovalRow;
import org.sealpost.approval.ApprovalService;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.ApprovalQuery;
import org.sealpost.model.ApprovalState;
import org.sealpost.model.Page;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.recovery.DrillStanding;
import org.sealpost.recovery.Officers;
import org.sealpost.recovery.OfficersService;
import org.sealpost.recovery.RecoveryService;
import org.sealpost.recovery.RotationStanding;
import org.sealpost.web.PagedList;
import org.sealpost.web.Texts;
import org.sealpost.web.TypedPassword;

/** The recovery page: who can open escrowed keys, and the requests that wait for them. */
@Named
@ViewScoped
public class RecoveryView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 20;
    private static final Set<SensitiveVerb> HERE = EnumSet.of(
            SensitiveVerb.RECOVER,
            SensitiveVerb.RELEASE,
            SensitiveVerb.NAME_OFFICERS,
            SensitiveVerb.ESCROW_DRILL,
            SensitiveVerb.ROTATE_ESCROW_KEY,
            SensitiveVerb.EXPORT_MAILBOXES,
            SensitiveVerb.IMPORT_MAILBOXES);

    @Inject
    OfficersService officers;

    @Inject
    RecoveryService recovery;

    @Inject
    ApprovalService approvals;

    @Inject
    Texts texts;

    private transient @Nullable Officers inOffice;
    private final PagedList<ApprovalRow> requests = new PagedList<>(this::page);
    private transient @Nullable ApprovalDetails selected;
    private final transient TypedPassword typed = new TypedPassword();

    /** Reads who is in office and what was asked for. */
    public void begin() {
        inOffice = officers.officers();
        requests.restart();
    }

    private Page<ApprovalRow> page(Optional<String> key) {
        return approvals.all(new ApprovalQuery.Everybodys(HERE, null), key, ROWS);
    }

    @PreDestroy
    void close() {
        typed.close();
    }

    /** Opens a request. */
    public void look(long request) {
        selected = approvals.explain(request);
    }

    /** Agrees to the open request with the own share. */
    public void approve() {
        try (Passphrase password = typed.take().orElseThrow()) {
            said(recovery.approve(requireNonNull(selected).row().id(), password));
        }
        begin();
    }

    private void said(Agreed agreed) {
        if (agreed instanceof Agreed.Waiting waiting) {
            texts.done("recovery.approved", waiting.missing());
        } else {
            texts.done(agreed instanceof Agreed.Failed ? "recovery.failed" : "recovery.done");
        }
    }

    /** Takes the own open request back. */
    public void withdraw() {
        approvals.withdraw(requireNonNull(selected).row().id());
        begin();
        texts.done("recovery.withdrawn");
    }

    /** Whether the caller asked for the open request, and it still waits. */
    public boolean isOwn() {
        return isWaiting()
                && approvals.caller().is(requireNonNull(selected).row().requester());
    }

    /** Whether the open request still waits for people. */
    public boolean isWaiting() {
        return selected != null && selected.row().standing().state() == ApprovalState.PENDING;
    }

    /** What happens when the open request is agreed to. */
    public String getWill() {
        return selected == null
                ? ""
                : texts.of(
                        "approval.will." + selected.explanation().code(),
                        selected.explanation().arguments().toArray());
    }

    /** Who can open escrowed keys. */
    public Officers getInOffice() {
        if (inOffice == null) {
            inOffice = officers.officers();
        }
        return inOffice;
    }

    /** Goes on with moving the keys to a new escrow key, with the own share. */
    public void goOn() {
        try (Passphrase password = typed.take().orElseThrow()) {
            recovery.goOn(password);
        }
        begin();
        texts.done("recovery.moved");
    }

    /** How moving the keys to the newest escrow key stands; null before there was a second one. */
    public @Nullable RotationStanding getRotation() {
        return recovery.rotation().orElse(null);
    }

    /** Goes on with a drill that was broken off, with the own share. */
    public void goOnDrilling() {
        try (Passphrase password = typed.take().orElseThrow()) {
            recovery.goOnDrilling(password);
        }
        begin();
        texts.done("recovery.drilled");
    }

    /** How the newest drill stands; null before the first. */
    public @Nullable DrillStanding getDrill() {
        return recovery.drilling().orElse(null);
    }

    /** What was asked for, newest first. */
    public PagedList<ApprovalRow> getRequests() {
        return requests;
    }

    /** The open request; null when none is. */
    public @Nullable ApprovalDetails getSelected() {
        return selected;
    }

    /** The field for the password. */
    public TypedPassword getTyped() {
        return typed;
    }
}
