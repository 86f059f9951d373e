package org.sealpost.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The login page's one rule: whoever is logged in already is sent on. */
@Named
@RequestScoped
public class LoginView {

    @Inject
    Person person;

    /**
     * Sends a person who is logged in to the start page.
     *
     * @return the start page's outcome, or null to stay
     */
    public @Nullable String leaveWhenLoggedIn() {
        return person.getLogin().isEmpty() ? null : "/home.xhtml?faces-redirect=true";
    }
}
