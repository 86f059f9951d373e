package org.sealpost.web.console;

import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.ApprovalTerms;

/** The fields that say why something is asked for, and under which ticket. */
public class Grounds implements Serializable {
    private static final long serialVersionUID = 1L;

    @Size(max = ApprovalTerms.MAX_REASON)
    private @Nullable String reason;

    @Size(max = ApprovalTerms.MAX_TICKET)
    private @Nullable String ticket;

    /** Puts away what was typed. */
    final void forget() {
        reason = null;
        ticket = null;
    }

    final String reason() {
        return reason == null ? "" : reason.strip();
    }

    final String ticket() {
        return ticket == null ? "" : ticket.strip();
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getTicket() {
        return ticket;
    }

    public void setTicket(@Nullable String ticket) {
        this.ticket = ticket;
    }
}
