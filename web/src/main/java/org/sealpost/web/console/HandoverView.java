package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.bulk.TokenMailService;
import org.sealpost.enrolment.IssuedToken;
import org.sealpost.web.Texts;

/**
 * A token between its making and its handing over. It is held for as long as its dialog is open, never beyond the page,
 * and never written anywhere: not into the session's store, an address or a log.
 */
@Named("handover")
@ViewScoped
public class HandoverView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    TokenMailService mail;

    @Inject
    Texts texts;

    private transient @Nullable IssuedToken issued;
    private boolean sent;

    /** Holds a token for showing it. */
    void show(IssuedToken token) {
        issued = token;
        sent = false;
    }

    /** Forgets it; what closing the dialog does. */
    public void forget() {
        issued = null;
    }

    /** Sends it to the mailbox that it is for; a second time only after the page has asked whether that is meant. */
    public void send() {
        mail.send(getAddress(), getText(), sent);
        sent = true;
        texts.done("token.mailed", getAddress());
    }

    /** Whether tokens may go by mail on this server. */
    public boolean isMailAllowed() {
        return mail.allowed();
    }

    /** Whether it was sent already. */
    public boolean isSent() {
        return sent;
    }

    /** Whether there is one to show. */
    public boolean isOpen() {
        return issued != null;
    }

    /** Whose it is. */
    public String getAddress() {
        return issued == null ? "" : issued.address();
    }

    /** The token as it is typed, its groups joined by hyphens. */
    public String getText() {
        return issued == null ? "" : issued.token();
    }

    /** The groups of symbols, for reading out. */
    public List<String> getGroups() {
        return List.of(getText().split("-"));
    }

    /** Until when it can be redeemed. */
    public @Nullable Instant getExpires() {
        return issued == null ? null : issued.expiresAt();
    }
}
