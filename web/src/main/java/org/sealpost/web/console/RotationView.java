package org.sealpost.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.ApprovalPolicyService;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.CustodyService;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.web.Texts;
import org.sealpost.web.TypedPassword;

/** Replacing the master key. It lives for one request, and so does the password in it. */
@Named
@RequestScoped
public class RotationView {

    @Inject
    CustodyService custody;

    @Inject
    ApprovalPolicyService policies;

    @Inject
    Texts texts;

    private @Nullable Asking asking;

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

    /** Asks others to allow it, where the policy says so. */
    public void ask() {
        Asking given = getAsking();
        Asking.told(custody.askToRotate(given.reason(), given.ticket()), texts);
    }

    /** The fields for asking. */
    public Asking getAsking() {
        if (asking == null) {
            asking = new Asking(policies.policy(SensitiveVerb.ROTATE_MASTER_KEY));
        }
        return asking;
    }

    /** The field for it. */
    public TypedPassword getTyped() {
        return typed;
    }
}
