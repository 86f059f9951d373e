package org.sealpost.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sealpost.acme.AcmeService;

/** Tells the menu which page is open, so that the reader sees where he is, and which pages there is nothing for. */
@Named("navigation")
@RequestScoped
public class NavigationView {

    @Inject
    AcmeService acme;

    /** Whether partners outside can have certificates at all. */
    public boolean isPartners() {
        return acme.open();
    }

    /**
     * Tells whether the open page is {@code page} or lies below it.
     *
     * @param page path from the context root without its suffix, {@code /console/jobs} for instance
     * @return true when the menu entry of that page is to be marked
     */
    public boolean at(String page) {
        String folder = page.substring(0, page.lastIndexOf('/') + 1);
        String open = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return folder.equals("/mailbox/") ? open.startsWith(folder) : open.startsWith(page);
    }
}
