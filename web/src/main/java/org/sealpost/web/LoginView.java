package org.sealpost.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Decides whether the login page is the right one to show. */
@Named
@RequestScoped
public class LoginView {

    @Inject
    Person person;

    /**
     * Sends on whoever is logged in already. A click on a page whose session has ended is answered by this page too, but
     * only in part; the browser is told to ask for it as a whole.
     *
     * @throws IOException when the browser does not take the answer
     */
    public void begin() throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext external = context.getExternalContext();
        if (context.getPartialViewContext().isAjaxRequest()) {
            external.redirect(external.getRequestContextPath() + "/login.xhtml?expired=true");
        } else if (!person.getLogin().isEmpty()) {
            external.redirect(external.getRequestContextPath() + "/home.xhtml");
        }
    }
}
