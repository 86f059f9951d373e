package org.sealpost.web.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.sealpost.mailbox.Recipient;

/** A recipient travels to the page and back as his address. */
@Named
@RequestScoped
public class RecipientConverter implements Converter<Recipient> {

    @Inject
    RecipientsView recipients;

    @Override
    public @Nullable Recipient getAsObject(FacesContext context, UIComponent field, @Nullable String typed) {
        return typed == null || typed.isBlank() ? null : recipients.find(typed.strip());
    }

    @Override
    public String getAsString(FacesContext context, UIComponent field, @Nullable Recipient recipient) {
        return recipient == null ? "" : recipient.address();
    }
}
