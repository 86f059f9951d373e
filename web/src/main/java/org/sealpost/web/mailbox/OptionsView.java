package org.sealpost.web.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.crypto.MailProgram;
import org.sealpost.enrolment.OwnSecurity;
import org.sealpost.enrolment.OwnSecurityService;
import org.sealpost.model.MailboxOptions;
import org.sealpost.model.MailboxState;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.settings.SettingsService;

/** Where one's own mailbox stands, and the presets for new messages. */
@Named
@ViewScoped
public class OptionsView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    OwnSecurityService security;

    @Inject
    SettingsService settings;

    @Inject
    RenewalReminder reminder;

    @Inject
    MailTexts texts;

    private transient @Nullable OwnSecurity own;
    private transient @Nullable FormatPolicy policy;
    private MailProgram program = MailProgram.SEALPOST;
    private boolean encrypt;
    private boolean sign;

    /** Asks where the mailbox stands. */
    public void load() {
        reminder.forget();
        OwnSecurity now = security.status();
        own = now;
        policy = settings.current().policy();
        program = now.program();
        encrypt = now.options().encryptByDefault();
        sign = now.options().signByDefault();
    }

    /** Saves the presets. */
    public void save() {
        security.choose(new MailboxOptions(encrypt, sign));
        texts.done("options.saved");
    }

    /** Records with what sealed mail is read, as soon as it is chosen. */
    public void recordProgram() {
        security.readWith(program);
        texts.done("file.program.done." + (program == MailProgram.SEALPOST ? "here" : "elsewhere"));
    }

    /** With what sealed mail is read. */
    public MailProgram getProgram() {
        return program;
    }

    public void setProgram(MailProgram program) {
        this.program = program;
    }

    /** Every program that is known, ours first. */
    public List<MailProgram> getPrograms() {
        return List.of(MailProgram.values());
    }

    public MailboxState getState() {
        return own == null ? MailboxState.NOT_ENABLED : own.state();
    }

    /** Whether a token is waited for. */
    public boolean isTokenExpected() {
        return getState() == MailboxState.TOKEN_OUT || getState() == MailboxState.RECOVERING;
    }

    /** Whether there is, or was, something to sign and open mail with. */
    public boolean isUsable() {
        return getState() == MailboxState.ENABLED
                || getState() == MailboxState.EXPIRED
                || getState() == MailboxState.REVOKED;
    }

    /** Whether the security file is kept on the server. */
    public boolean isKept() {
        return own != null && own.fileOnServer();
    }

    /** Suffix of the state's style class. */
    public String getTone() {
        return switch (getState()) {
            case ENABLED -> "ok";
            case TOKEN_OUT, RECOVERING -> "info";
            case EXPIRED -> "warn";
            case REVOKED -> "bad";
            case NOT_ENABLED -> "none";
        };
    }

    public String getIcon() {
        return switch (getState()) {
            case ENABLED -> "pi-verified";
            case TOKEN_OUT, RECOVERING -> "pi-key";
            case EXPIRED -> "pi-clock";
            case REVOKED -> "pi-ban";
            case NOT_ENABLED -> "pi-minus-circle";
        };
    }

    /** The newest certificate of each kind. */
    public List<OwnSecurity.CertificateLine> getCertificates() {
        return own == null
                ? List.of()
                : CertificateProfile.OF_MAILBOX.stream()
                        .flatMap(profile -> newest(own, profile).stream())
                        .toList();
    }

    private static Optional<OwnSecurity.CertificateLine> newest(OwnSecurity own, CertificateProfile profile) {
        return own.certificates().stream()
                .filter(certificate -> certificate.profile() == profile)
                .findFirst();
    }

    /** Until when the token that is out can be entered; null when none is. */
    public @Nullable Instant getTokenExpiresAt() {
        return own == null ? null : own.tokenExpiresAt().orElse(null);
    }

    /** Edition, preferred format and floor; null before the page is loaded. */
    public @Nullable FormatPolicy getPolicy() {
        return policy;
    }

    public boolean isEncrypt() {
        return encrypt;
    }

    public void setEncrypt(boolean encrypt) {
        this.encrypt = encrypt;
    }

    public boolean isSign() {
        return sign;
    }

    public void setSign(boolean sign) {
        this.sign = sign;
    }
}
