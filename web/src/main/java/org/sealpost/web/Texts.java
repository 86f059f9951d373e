package org.sealpost.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.sealpost.model.BulkItemReason;
import org.sealpost.model.JobReason;

/** Texts of the bundles with their placeholders filled, and notices that a page shows once. */
@Named("texts")
@RequestScoped
public class Texts {

    /**
     * One text of the bundle {@code messages}.
     *
     * @param key its key
     * @param arguments values for its placeholders; numbers and dates come out in the page's language
     * @return the text in the page's language
     */
    public String of(String key, Object... arguments) {
        Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return new MessageFormat(bundle().getString(key), locale).format(arguments);
    }

    private static ResourceBundle bundle() {
        FacesContext context = FacesContext.getCurrentInstance();
        return context.getApplication().getResourceBundle(context, "msg");
    }

    /**
     * Why a job stands where it stands.
     *
     * @param reason its code and whom or what it is about
     * @return one sentence in the page's language; for a code without words the code itself
     */
    public String jobReason(JobReason reason) {
        String key = "job.reason." + reason.code();
        return bundle().containsKey(key) ? of(key, reason.detail()) : of("job.reason", reason.code(), reason.detail());
    }

    /**
     * Why a mailbox of a bulk run was left alone.
     *
     * @param reason its code and what it is about
     * @return one sentence in the page's language
     */
    public String bulkReason(BulkItemReason reason) {
        String state = "MailboxState." + reason.detail();
        return of("bulk.why." + reason.code(), bundle().containsKey(state) ? of(state) : reason.detail());
    }

    /**
     * Shows a notice that something has been done.
     *
     * @param key key of its text in the bundle {@code messages}
     * @param arguments values for the text's placeholders, never secret
     */
    public void done(String key, Object... arguments) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(of(key, arguments), ""));
    }

    /**
     * Shows a notice on the page that a redirect leads to.
     *
     * @param key key of its text in the bundle {@code messages}
     * @param arguments values for the text's placeholders, never secret
     */
    public void doneAfterwards(String key, Object... arguments) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        done(key, arguments);
    }
}
