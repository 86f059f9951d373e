package org.sealpost.web.mailbox;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.primefaces.PrimeFaces;
import org.primefaces.event.SelectEvent;
import org.sealpost.mailbox.Recipient;
import org.sealpost.mailbox.SendingService;

/**
 * The recipients that a form knows: found by completion or typed. Each is asked for once; whether mail can be sealed to
 * them is decided anew when the message is sent.
 */
@Named
@ViewScoped
public class RecipientsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SUGGESTIONS = 10;

    @Inject
    SendingService sending;

    @Inject
    MailTexts texts;

    private final transient Map<String, Recipient> known = new HashMap<>();

    /** People and groups that begin with the text. */
    public List<Recipient> complete(String text) {
        List<Recipient> found = sending.complete(text.strip(), SUGGESTIONS);
        found.forEach(recipient -> known.put(recipient.address(), recipient));
        return found;
    }

    /** Whoever was typed; somebody with the status UNKNOWN when the directory has nobody of that address. */
    public Recipient find(String typed) {
        Recipient recipient = known.get(typed);
        if (recipient == null) {
            recipient = sending.recipients(List.of(typed)).get(0);
            known.put(typed, recipient);
            known.put(recipient.address(), recipient);
        }
        return recipient;
    }

    /** Tells the chip of somebody who was entered just now who it is; the field itself is left alone. */
    public void chosen(SelectEvent<Recipient> entered) {
        Recipient recipient = entered.getObject();
        if (recipient != null) {
            PrimeFaces.Ajax answer = PrimeFaces.current().ajax();
            answer.addCallbackParam("typed", typed(entered));
            answer.addCallbackParam("address", recipient.address());
            answer.addCallbackParam("label", label(recipient));
            answer.addCallbackParam("status", recipient.status().name());
        }
    }

    private static String typed(SelectEvent<Recipient> entered) {
        FacesContext context = FacesContext.getCurrentInstance();
        String parameter = entered.getComponent().getClientId(context) + "_itemSelect";
        return context.getExternalContext().getRequestParameterMap().getOrDefault(parameter, "");
    }

    /** Takes over people whose status was asked for elsewhere. */
    public List<Recipient> findAll(List<String> typed) {
        return typed.stream().map(this::find).toList();
    }

    /** Name and status in words, as a chip shows them. */
    public String label(Recipient recipient) {
        return texts.of("status.choice", recipient.name(), status(recipient));
    }

    /** The status in words; of a group, how many of its members mail can be sealed to. */
    public String status(Recipient recipient) {
        if (!recipient.group()) {
            return texts.of("status." + recipient.status());
        }
        long enabled = recipient.members().stream()
                .filter(member -> member.status().enabled())
                .count();
        return texts.of("status.group", enabled, recipient.members().size());
    }
}
