package org.sealpost.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.CustodyService;
import org.sealpost.web.Texts;
import org.sealpost.web.TypedPassword;

/** Replacing the master key. It lives for one request, and so does the password in it. */
@Named
@RequestScoped
public class RotationView {

    @Inject
    CustodyService custody;

    @Inject
    Texts texts;

    private final TypedPassword typed = new TypedPassword();

    /**
     * Replaces the master key, or goes on with what was broken off.
     *
     * @return the page of what opens the Key Manager
     */
    public String rotate() {
        try (Passphrase password = typed.take().orElseThrow()) {
            custody.rotate(password);
        }
        texts.doneAfterwards("rotation.done", custody.view().masterVersion());
        return "/console/opening.xhtml?faces-redirect=true";
    }

    /** The field for it. */
    public TypedPassword getTyped() {
        return typed;
    }
}
