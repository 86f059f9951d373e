package org.sealpost.web.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.sealpost.contact.ContactQuery;
import org.sealpost.contact.ContactRow;
import org.sealpost.contact.ContactService;
import org.sealpost.pki.Fingerprint;
import org.sealpost.web.PagedList;

/** One's own contacts: people outside to whom mail can be sealed. */
@Named
@ViewScoped
public class ContactsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 25;

    @Inject
    ContactService contacts;

    @Inject
    MailTexts texts;

    private final PagedList<ContactRow> list =
            new PagedList<>(key -> contacts.page(new ContactQuery(getText(), key, ROWS)));
    private String text = "";
    private String ownFingerprint = "";

    /** Shows the first page, and what to tell others. */
    public void begin() {
        ownFingerprint = contacts.ownFingerprint().map(Fingerprint::grouped).orElse("");
        list.restart();
    }

    /** Narrows the list to those whose name or address has the text. */
    public void search() {
        list.restart();
    }

    /** Removes one. */
    public void remove(String id, String address) {
        contacts.remove(id);
        list.reload();
        texts.done("contacts.removed", address);
    }

    public PagedList<ContactRow> getList() {
        return list;
    }

    /** Fingerprint of one's own certificate, in groups; empty when there is none in force. */
    public String getOwnFingerprint() {
        return ownFingerprint;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text.strip();
    }
}
