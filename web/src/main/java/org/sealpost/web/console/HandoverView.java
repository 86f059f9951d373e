package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.enrolment.IssuedToken;

/**
 * A token between its making and its handing over. It is held for as long as its dialog is open, never beyond the page,
 * and never written anywhere: not into the session's store, an address or a log.
 */
@Named("handover")
@ViewScoped
public class HandoverView implements Serializable {

    private static final long serialVersionUID = 1L;

    private transient @Nullable IssuedToken issued;

    /** Holds a token for showing it. */
    void show(IssuedToken token) {
        issued = token;
    }

    /** Forgets it; what closing the dialog does. */
    public void forget() {
        issued = null;
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
