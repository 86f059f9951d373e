package org.sealpost.web.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.contact.ContactService;
import org.sealpost.contact.Offer;
import org.sealpost.mailbox.OpenedMail;
import org.sealpost.mime.Address;
import org.sealpost.protocol.SealpostException;

/** Adding the author of the message that is looked at to one's contacts, when the fingerprint was compared by hand. */
@Named
@RequestScoped
public class ContactOfferView {

    private static final String FIELD = "contact:fingerprint";

    @Inject
    ContactService contacts;

    @Inject
    MessageView message;

    @Inject
    MailTexts texts;

    private @Nullable Optional<Offer> found;
    private @Nullable String fingerprint;

    /** Adds the author, if what was typed is the fingerprint. */
    public void add() {
        OpenedMail mail = message.looked().orElseThrow();
        Address author = mail.message().headers().singleAuthor().orElseThrow();
        try {
            contacts.add(mail.seal(), author, fingerprint == null ? "" : fingerprint);
            fingerprint = null;
            found = null;
            texts.done("contact.added", author.spec());
        } catch (SealpostException refusal) {
            texts.refuse(FIELD, refusal);
            FacesContext.getCurrentInstance().validationFailed();
        }
    }

    /** How the author may be written to; null when the message offers nothing. */
    public @Nullable Offer getOffer() {
        if (found == null) {
            found = message.looked().flatMap(mail -> mail.message()
                    .headers()
                    .singleAuthor()
                    .flatMap(author -> contacts.offer(mail.seal(), author)));
        }
        return found.orElse(null);
    }

    public @Nullable String getFingerprint() {
        return fingerprint;
    }

    public void setFingerprint(@Nullable String fingerprint) {
        this.fingerprint = fingerprint;
    }
}
