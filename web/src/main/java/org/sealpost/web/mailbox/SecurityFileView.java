package org.sealpost.web.mailbox;

import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.primefaces.model.StreamedContent;
import org.primefaces.model.file.UploadedFile;
import org.sealpost.crypto.Passphrase;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.protocol.SealpostException;
import org.sealpost.web.Person;

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
    Person person;

    @Inject
    MailTexts texts;

    private transient @Nullable UploadedFile brought;
    private transient @Nullable Passphrase old;
    private transient @Nullable Passphrase password;
    private transient @Nullable Passphrase again;

    /** The sealed file; null when none is kept. */
    public @Nullable StreamedContent getFile() {
        return roaming.load()
                .map(epf -> Downloads.of(person.getLogin() + ".epf", epf))
                .orElse(null);
    }

    /** Seals the file under another password. */
    public void changePassword() {
        try {
            if (old == null) {
                texts.refuse("change:old", "ask.password.missing");
            } else if (acceptable() && password != null) {
                roaming.changePassword(old, password);
                texts.done("file.password.done");
                PrimeFaces.current().executeScript("PF('changePassword').hide()");
            }
        } catch (SealpostException refusal) {
            texts.refuse("change:old", refusal);
        } finally {
            forget();
        }
    }

    private boolean acceptable() {
        Optional<NewPassword.Objection> objection = NewPassword.objection(password, person.getLogin());
        objection.ifPresent(o -> texts.refuse("change:password", o.key(), o.value()));
        if (objection.isPresent() || password == null) {
            return false;
        }
        if (!NewPassword.same(password, again)) {
            texts.refuse("change:again", "setup.password.differs");
            return false;
        }
        return true;
    }

    /** Takes the file off the server. */
    public void remove() {
        roaming.delete();
        options.load();
        texts.done("file.removed");
    }

    /** Keeps a file that its owner brings, once the password has shown that it is the owner's. */
    public void bring() {
        try {
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
        for (Passphrase typed : new @Nullable Passphrase[] {old, password, again}) {
            if (typed != null) {
                typed.close();
            }
        }
        old = null;
        password = null;
        again = null;
    }

    public @Nullable UploadedFile getBrought() {
        return null;
    }

    public void setBrought(@Nullable UploadedFile brought) {
        this.brought = brought;
    }

    public @Nullable Passphrase getOld() {
        return null;
    }

    public void setOld(@Nullable Passphrase old) {
        this.old = old;
    }

    public @Nullable Passphrase getPassword() {
        return null;
    }

    public void setPassword(@Nullable Passphrase password) {
        this.password = password;
    }

    public @Nullable Passphrase getAgain() {
        return null;
    }

    public void setAgain(@Nullable Passphrase again) {
        this.again = again;
    }
}
