package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.RevocationCause;
import org.sealpost.revocation.Revocation;
import org.sealpost.revocation.RevocationService;
import org.sealpost.web.Texts;

/** Revoking the open mailbox: what will happen is shown first, and differs with the cause. */
@Named
@ViewScoped
public class RevokingView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    RevocationService revocation;

    @Inject
    MailboxView mailbox;

    @Inject
    Texts texts;

    private @Nullable RevocationCause cause;
    private @Nullable LocalDateTime since;
    private @Nullable String reason;

    /** Opens the dialog for that cause, empty. */
    public void begin(RevocationCause chosen) {
        cause = chosen;
        since = null;
        reason = null;
    }

    /** Revokes the open mailbox. */
    public void revoke() {
        RevocationCause chosen = requireNonNull(cause);
        revocation.revoke(
                mailbox.mailbox(),
                new Revocation(
                        chosen,
                        Optional.ofNullable(isCompromised() ? since : null)
                                .map(at -> at.atZone(ZoneId.systemDefault()).toInstant()),
                        requireNonNull(reason)));
        mailbox.changed();
        texts.done("mailboxes.revoked." + chosen);
    }

    /** The chosen cause; null before one was chosen. */
    public @Nullable RevocationCause getCause() {
        return cause;
    }

    /** Whether to ask since when. */
    public boolean isCompromised() {
        return cause == RevocationCause.COMPROMISED;
    }

    /** Since when the keys may have been in other hands, by the server's clock on the wall; null when not known. */
    public @Nullable LocalDateTime getSince() {
        return since;
    }

    public void setSince(@Nullable LocalDateTime since) {
        this.since = since;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
