package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.AuditLine;
import org.sealpost.audit.AuditService;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.enrolment.OwnSecurity;
import org.sealpost.enrolment.OwnSecurityService;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxVerb;
import org.sealpost.web.Person;
import org.sealpost.web.Texts;

/** One mailbox of the list: its details, and what can be done with it in its state. */
@Named
@ViewScoped
public class MailboxView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int HISTORY = 10;

    @Inject
    EnablementService enablement;

    @Inject
    OwnSecurityService security;

    @Inject
    AuditService audit;

    @Inject
    Person person;

    @Inject
    MailboxesView mailboxes;

    @Inject
    HandoverView handover;

    @Inject
    Texts texts;

    private transient @Nullable OwnSecurity selected;
    private transient List<AuditLine> history = List.of();

    /** Opens the details of a mailbox. */
    public void select(MailboxId mailbox) {
        selected = security.status(mailbox);
        history = person.isAuditReader() ? historyOf(mailbox) : List.of();
    }

    private List<AuditLine> historyOf(MailboxId mailbox) {
        AuditQuery query = new AuditQuery(null, null, mailbox.value(), "", AuditQuery.Span.ALWAYS);
        return audit.page(query, Optional.empty(), HISTORY).rows();
    }

    /** Enables a mailbox and shows its token. */
    public void enable(MailboxId mailbox) {
        handover.show(enablement.enable(mailbox));
        changed();
    }

    /** Makes a new token, which kills the one that is out, and shows it. */
    public void newToken() {
        handover.show(enablement.newToken(mailbox()));
        changed();
    }

    /** Enables a revoked mailbox again and shows its token. */
    public void reEnable() {
        handover.show(enablement.reEnable(mailbox()));
        changed();
    }

    /** Takes the token back that is out. */
    public void withdraw() {
        enablement.withdrawToken(mailbox());
        changed();
        texts.done("mailboxes.withdrawn");
    }

    /** The open mailbox. */
    MailboxId mailbox() {
        return requireNonNull(selected).entry().id();
    }

    /** Something was done with the open mailbox: its details close, and the list is read again. */
    void changed() {
        selected = null;
        mailboxes.getList().reload();
    }

    /** Whether a verb is a right move for the open mailbox; its button is shown then. */
    public boolean allows(String verb) {
        return selected != null && selected.state().allows(MailboxVerb.valueOf(verb));
    }

    /** The open mailbox; null when none is. */
    public @Nullable OwnSecurity getSelected() {
        return selected;
    }

    /** What happened to it last, newest first; empty for those who may not read the audit trail. */
    public List<AuditLine> getHistory() {
        return history;
    }
}
