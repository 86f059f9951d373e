package org.sealpost.web.mailbox;

import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.StreamedContent;
import org.sealpost.crypto.Passphrase;
import org.sealpost.protocol.MistypedToken;
import org.sealpost.protocol.SealpostException;
import org.sealpost.protocol.TokenCode;
import org.sealpost.web.Person;

/**
 * Set Up Advanced Security: token and a new password become a security file. Token and passwords are dropped with every
 * request; the sealed file is held until the page is left, for the download.
 */
@Named
@ViewScoped
public class SetUpView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    OwnEnrolment enrolment;

    @Inject
    OptionsView options;

    @Inject
    Person person;

    @Inject
    MailTexts texts;

    private transient @Nullable String token;
    private transient @Nullable Passphrase password;
    private transient @Nullable Passphrase again;
    private transient byte @Nullable [] epf;
    private boolean consent = true;

    /** Redeems the token. Whatever is wrong is said at its field; nothing has happened then. */
    public void setUp() {
        try {
            Optional<TokenCode> code = read(token);
            if (acceptable() && code.isPresent() && password != null) {
                epf = enrolment.enrol(code.get(), password, consent);
                options.load();
            }
        } catch (SealpostException refusal) {
            texts.refuse("setup:token", refusal);
        } finally {
            forget();
        }
    }

    private Optional<TokenCode> read(@Nullable String typed) {
        if (typed == null) {
            texts.refuse("setup:token", "setup.token.missing");
            return Optional.empty();
        }
        try {
            return Optional.of(TokenCode.parse(typed));
        } catch (MistypedToken slip) {
            texts.refuse("setup:token", slip);
            return Optional.empty();
        }
    }

    private boolean acceptable() {
        Optional<NewPassword.Objection> objection = NewPassword.objection(password, person.getLogin());
        objection.ifPresent(o -> texts.refuse("setup:password", o.key(), o.value()));
        if (objection.isPresent() || password == null) {
            return false;
        }
        if (!NewPassword.same(password, again)) {
            texts.refuse("setup:again", "setup.password.differs");
            return false;
        }
        return true;
    }

    private void forget() {
        for (Passphrase typed : new @Nullable Passphrase[] {password, again}) {
            if (typed != null) {
                typed.close();
            }
        }
        password = null;
        again = null;
    }

    /** Lets go of the file with the page. */
    @PreDestroy
    void close() {
        forget();
        token = null;
        epf = null;
    }

    /** Whether it was just done, on this page. */
    public boolean isDone() {
        return epf != null;
    }

    /** The sealed file that was just made; null when there is none. */
    public @Nullable StreamedContent getFile() {
        return epf == null ? null : Downloads.of(person.getLogin() + ".epf", epf);
    }

    public @Nullable String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
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

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }
}
