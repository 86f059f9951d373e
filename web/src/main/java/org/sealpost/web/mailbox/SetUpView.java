package org.sealpost.web.mailbox;

import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
    private static final Logger LOG = System.getLogger(SetUpView.class.getName());

    @Inject
    OwnEnrolment enrolment;

    @Inject
    OptionsView options;

    @Inject
    Person person;

    @Inject
    MailTexts texts;

    private transient @Nullable String token;
    private final transient TypedTwice typed = new TypedTwice();
    private transient @Nullable NewSecurityFile made;
    private @Nullable Boolean kept;

    /** Redeems the token. Whatever is wrong is said at its field; nothing has happened then. */
    public void setUp() {
        try {
            Optional<TokenCode> code = read(token);
            Optional<Passphrase> password = typed.accepted("setup", person.getLogin(), texts);
            if (password.isPresent() && code.isPresent()) {
                made = enrolment.enrol(code.get(), password.get(), isKeeping());
                showState();
            }
        } catch (SealpostException refusal) {
            texts.refuse("setup:token", refusal);
        } finally {
            typed.close();
        }
    }

    /** What else the page shows must not come between the file and its owner. */
    @SuppressWarnings("IllegalCatch") // a database that is gone shows itself in many ways
    private void showState() {
        try {
            options.load();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The state of a mailbox could not be read after its enrolment", e);
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

    /** Lets go of the file with the page. */
    @PreDestroy
    void close() {
        typed.close();
        token = null;
        made = null;
    }

    /** Whether it was just done, on this page. */
    public boolean isDone() {
        return made != null;
    }

    /** Whether the file that was just made should lie on the server, too, and does not. */
    public boolean isLost() {
        return made != null && made.lost();
    }

    /** Whether the file that was just made is nowhere else. */
    public boolean isOnly() {
        return made != null && (made.lost() || !isKeeping());
    }

    /** The sealed file that was just made; null when there is none. */
    public @Nullable StreamedContent getFile() {
        return made == null ? null : Downloads.of(person.getLogin() + ".epf", made.epf());
    }

    public @Nullable String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
    }

    /** Both fields for the new password. */
    public TypedTwice getTyped() {
        return typed;
    }

    private boolean isKeeping() {
        return Boolean.TRUE.equals(kept);
    }

    /** Whether the server is to keep the file, too; null until its owner has chosen. */
    public @Nullable Boolean getKept() {
        return kept;
    }

    public void setKept(@Nullable Boolean kept) {
        this.kept = kept;
    }
}
