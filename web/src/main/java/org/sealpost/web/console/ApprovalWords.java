package org.sealpost.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.sealpost.approval.Explanation;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.protocol.SealpostException;
import org.sealpost.web.Moments;
import org.sealpost.web.Refusal;
import org.sealpost.web.Refusals;
import org.sealpost.web.Texts;

/** Puts what will happen, and why it did not, into the reader's language. */
@RequestScoped
public class ApprovalWords {

    @Inject
    Texts texts;

    @Inject
    Moments when;

    /** What will happen when everyone has agreed. */
    public String will(Explanation explanation) {
        Object[] words = explanation.arguments().stream().map(this::word).toArray();
        try {
            return texts.of("approval.will." + explanation.code(), words);
        } catch (MissingResourceException e) {
            return texts.of("approval.will", explanation.code(), explanation.arguments());
        }
    }

    /** Shows why what everyone agreed to could not be done. */
    public void failed(SealpostException cause) {
        FacesContext context = FacesContext.getCurrentInstance();
        Refusal refusal = new Refusals(context.getViewRoot().getLocale()).of(cause);
        context.addMessage(
                null,
                new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.of("approvals.agreed.failed"), refusal.cause()));
    }

    private Object word(Object argument) {
        if (argument instanceof Instant moment) {
            return when.at(moment);
        }
        if (argument instanceof EncryptionFormat format) {
            return format.displayName();
        }
        if (argument instanceof Edition edition) {
            return bundle("edition." + edition.name(), edition);
        }
        if (argument instanceof Enum<?> constant) {
            return bundle(constant.getDeclaringClass().getSimpleName() + "." + constant.name(), constant);
        }
        return argument;
    }

    private static String bundle(String key, Enum<?> constant) {
        FacesContext context = FacesContext.getCurrentInstance();
        ResourceBundle bundle = context.getApplication().getResourceBundle(context, "msg");
        return bundle.containsKey(key) ? bundle.getString(key) : constant.name();
    }
}
