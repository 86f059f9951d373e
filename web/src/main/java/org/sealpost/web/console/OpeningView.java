package org.sealpost.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.CustodyService;
import org.sealpost.lock.CustodyView;
import org.sealpost.lock.SetUp;
import org.sealpost.model.OpeningKind;
import org.sealpost.web.Texts;
import org.sealpost.web.TypedPassword;

/** What opens the Key Manager, and changing it. The page lives for one request, and so do the secrets in it. */
@Named
@RequestScoped
public class OpeningView {

    private static final String HERE = "/console/opening.xhtml?faces-redirect=true";

    @Inject
    CustodyService custody;

    @Inject
    Texts texts;

    private @Nullable CustodyView seen;
    private final TypedPassword typed = new TypedPassword();
    private final TypedPassword changed = new TypedPassword();
    private final TypedPassword pin = new TypedPassword();

    /** What opens it now. */
    public CustodyView getCustody() {
        CustodyView known = seen;
        if (known == null) {
            known = custody.view();
            seen = known;
        }
        return known;
    }

    /** The token's way; null when none was added. */
    public CustodyView.@Nullable Way getToken() {
        return getCustody().way(OpeningKind.TOKEN).orElse(null);
    }

    /** Least length of a start-up password in characters. */
    public int getShortest() {
        return SetUp.SHORTEST_PASSWORD;
    }

    /**
     * Changes the start-up password.
     *
     * @return this page, read anew
     */
    public String changePassword() {
        try (Passphrase old = typed.take().orElseThrow();
                Passphrase chosen = changed.take().orElseThrow()) {
            custody.changePassword(old, chosen);
        }
        texts.doneAfterwards("opening.password.changed");
        return HERE;
    }

    /**
     * Lets the token open the Key Manager.
     *
     * @return this page, read anew
     */
    public String addToken() {
        try (Passphrase password = typed.take().orElseThrow();
                Passphrase typedPin = pin.take().orElseThrow()) {
            custody.addToken(password, typedPin);
        }
        texts.doneAfterwards("opening.token.added");
        return HERE;
    }

    /**
     * The token opens it no longer.
     *
     * @return this page, read anew
     */
    public String removeToken() {
        try (Passphrase password = typed.take().orElseThrow()) {
            custody.removeToken(password);
        }
        texts.doneAfterwards("opening.token.removed");
        return HERE;
    }

    /** The field for it. */
    public TypedPassword getTyped() {
        return typed;
    }

    /** The field for it. */
    public TypedPassword getChanged() {
        return changed;
    }

    /** The field for it. */
    public TypedPassword getPin() {
        return pin;
    }
}
