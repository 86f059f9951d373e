package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.Requested;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.recovery.AskedRecovery;
import org.sealpost.recovery.RecoveryService;

/** Asking for a mailbox's keys out of escrow; the code is held for as long as its dialog is open. */
@Named
@ViewScoped
public class AskRecoveryView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    RecoveryService recovery;

    @Inject
    MailboxesView mailboxes;

    private transient @Nullable DirectoryEntry chosen;
    private transient @Nullable AskedRecovery asked;
    private String reason = "";
    private String ticket = "";

    /** Opens the form for a mailbox. */
    public void choose(DirectoryEntry mailbox) {
        chosen = mailbox;
    }

    /** Asks for the owner's recovery. */
    public void recover() {
        asked(recovery.recover(requireNonNull(chosen).id(), reason, ticket));
    }

    /** Asks for a release to somebody else. */
    public void release() {
        asked(recovery.release(requireNonNull(chosen).id(), reason, ticket));
    }

    /** Whose keys are asked for; empty when no form is open. */
    public String getAddress() {
        return chosen == null ? "" : chosen.address();
    }

    private void asked(AskedRecovery made) {
        asked = made;
        reason = "";
        ticket = "";
        mailboxes.getList().reload();
    }

    /** Forgets the code; what closing the dialog does. */
    public void forget() {
        asked = null;
    }

    /** What was asked for last, with its code; null when there is nothing to show. */
    public @Nullable AskedRecovery getAsked() {
        return asked;
    }

    /** How many have to agree before the code counts; 0 when it counts already. */
    public int getPeople() {
        return asked != null && asked.requested() instanceof Requested.Waiting waiting ? waiting.people() : 0;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }

    public String getTicket() {
        return ticket;
    }

    public void setTicket(@Nullable String ticket) {
        this.ticket = ticket == null ? "" : ticket;
    }
}
