package org.sealpost.web.mailbox;

import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.primefaces.model.StreamedContent;
import org.primefaces.model.file.UploadedFile;
import org.sealpost.crypto.Passphrase;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.protocol.SealpostException;
import org.sealpost.web.Person;
import org.sealpost.web.TypedPassword;

/** The security file on the server: taking a copy, another password, away with it, and back again. */
@Named
@ViewScoped
public class SecurityFileView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    RoamingService roaming;

    @Inject
    OwnEnrolment keeping;

    @Inject
    OptionsView options;

    @Inject
    RememberedPassword remembered;

    @Inject
    Person person;

    @Inject
    MailTexts texts;

    private transient @Nullable UploadedFile brought;
    private final transient TypedPassword present = new TypedPassword();
    private final transient TypedTwice typed = new TypedTwice();

    /** The sealed file; null when none is kept. */
    public @Nullable StreamedContent getFile() {
        return roaming.load()
                .map(epf -> Downloads.of(person.getLogin() + ".epf", epf))
                .orElse(null);
    }

    /** Seals the file under another password. */
    public void changePassword() {
        try {
            Passphrase old = present.peek();
            if (old == null) {
                texts.refuse("change:old", "ask.password.missing");
                return;
            }
            typed.accepted("change", person.getLogin(), texts).ifPresent(password -> {
                roaming.changePassword(old, password);
                remembered.forget();
                texts.done("file.password.done");
                PrimeFaces.current().executeScript("PF('changePassword').hide()");
            });
        } catch (SealpostException refusal) {
            texts.refuse("change:old", refusal);
        } finally {
            forget();
        }
    }

    /** Takes the file off the server. */
    public void remove() {
        roaming.delete();
        remembered.forget();
        options.load();
        texts.done("file.removed");
    }

    /** Keeps a file that its owner brings, once the password has shown that it is the owner's. */
    public void bring() {
        try {
            Passphrase old = present.peek();
            if (brought == null || brought.getSize() == 0) {
                texts.refuse("bring:epf", "file.bring.missing");
            } else if (old == null) {
                texts.refuse("bring:password", "ask.password.missing");
            } else {
                keeping.keep(brought.getContent(), old);
                options.load();
                texts.done("file.brought");
            }
        } catch (SealpostException refusal) {
            texts.refuse("bring:password", refusal);
        } finally {
            brought = null;
            forget();
        }
    }

    /** Wipes what was typed. */
    @PreDestroy
    void forget() {
        present.close();
        typed.close();
    }

    public @Nullable UploadedFile getBrought() {
        return null;
    }

    public void setBrought(@Nullable UploadedFile brought) {
        this.brought = brought;
    }

    /** The field for the password of now. */
    public TypedPassword getPresent() {
        return present;
    }

    /** Both fields for the new password. */
    public TypedTwice getTyped() {
        return typed;
    }
}
