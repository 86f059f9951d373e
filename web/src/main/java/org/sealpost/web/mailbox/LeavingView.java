package org.sealpost.web.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** Lets go of everything that a page holds as soon as the browser says that the page was left. */
@Named
@RequestScoped
public class LeavingView {

    /** Ends the page's beans; they wipe what they hold. Nobody is there to read an answer. */
    public void leave() {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getViewRoot().getViewMap().clear();
        context.responseComplete();
    }
}
