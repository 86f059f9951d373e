package org.sealpost.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.Requested;
import org.sealpost.model.MailboxId;
import org.sealpost.recovery.OfficersService;
import org.sealpost.recovery.RecoveryService;
import org.sealpost.web.Texts;

/** What the Key Manager's administrator asks for on the recovery page: officers, a drill, a new escrow key. */
@Named
@RequestScoped
public class OfficersView {

    private static final String HERE = "/console/recovery.xhtml?faces-redirect=true";

    @Inject
    OfficersService officers;

    @Inject
    RecoveryService recovery;

    @Inject
    Texts texts;

    private String people = "";
    private int needed = 2;
    private String reason = "";
    private String ticket = "";

    /**
     * Names officers.
     *
     * @return this page, read anew
     */
    public String name() {
        List<MailboxId> chosen = people.strip()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(officers::find)
                .toList();
        return said(officers.name(chosen, needed, reason, ticket));
    }

    /**
     * Asks for a drill.
     *
     * @return this page, read anew
     */
    public String drill() {
        return said(recovery.drill(reason, ticket));
    }

    /**
     * Asks for a new escrow key.
     *
     * @return this page, read anew
     */
    public String rotate() {
        return said(recovery.rotate(reason, ticket));
    }

    private String said(Requested requested) {
        if (requested instanceof Requested.Waiting waiting) {
            texts.doneAfterwards("recovery.waiting", waiting.people());
        } else {
            texts.doneAfterwards("recovery.named");
        }
        return HERE;
    }

    public String getPeople() {
        return people;
    }

    public void setPeople(String people) {
        this.people = people;
    }

    public int getNeeded() {
        return needed;
    }

    public void setNeeded(int needed) {
        this.needed = needed;
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
