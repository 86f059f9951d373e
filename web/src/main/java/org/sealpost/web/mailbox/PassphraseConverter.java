package org.sealpost.web.mailbox;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;

/** Takes what was typed into a password field into a form that can be wiped; nothing ever goes back to the page. */
@FacesConverter(forClass = Passphrase.class)
public class PassphraseConverter implements Converter<Passphrase> {

    @Override
    public @Nullable Passphrase getAsObject(FacesContext context, UIComponent field, @Nullable String typed) {
        return typed == null || typed.isEmpty() ? null : Passphrase.copyOf(typed);
    }

    @Override
    public String getAsString(FacesContext context, UIComponent field, @Nullable Passphrase password) {
        return "";
    }
}
