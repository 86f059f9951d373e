package org.sealpost.web.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.backup.BackupHeader;
import org.sealpost.backup.BackupService;
import org.sealpost.lock.BackupSecret;
import org.sealpost.lock.Proof;
import org.sealpost.model.OpeningKind;
import org.sealpost.web.Texts;
import org.sealpost.web.TypedPassword;

/**
 * Restoring a backup into an empty server: choose a file, see which start-up secret it needs, give it. It lives for one
 * request, and so do the secrets in it.
 */
@Named
@RequestScoped
public class RestoreView {

    @Inject
    BackupService backups;

    @Inject
    Texts texts;

    private @Nullable String name;
    private @Nullable BackupHeader header;
    private final TypedPassword typed = new TypedPassword();
    private List<ShareField> fields = List.of();

    @PostConstruct
    void read() {
        name = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("backup");
        if (name != null && !name.isEmpty()) {
            header = backups.describe(name);
            fields = ShareField.fields(header.sharesNeeded());
        }
    }

    /**
     * Restores the chosen file.
     *
     * @return the service page's outcome
     */
    public String restore() {
        List<String> shares = ShareField.typed(fields);
        try (BackupSecret secret = new BackupSecret(typed.take(), Proof.shares(shares))) {
            long rows = backups.restore(String.valueOf(name), secret);
            texts.doneAfterwards("restore.done", rows);
        }
        return "/console/service.xhtml?faces-redirect=true";
    }

    /** Files to choose from, newest first. */
    public List<String> getFiles() {
        return backups.files();
    }

    /** What the chosen file says of itself; null before one is chosen. */
    public @Nullable BackupHeader getHeader() {
        return header;
    }

    /** Fingerprint of the start-up password that the file needs. */
    public String getPasswordFingerprint() {
        return fingerprint(OpeningKind.PASSWORD);
    }

    /** Fingerprint of the set of shares that opens the file. */
    public String getSharesFingerprint() {
        return fingerprint(OpeningKind.SHARES);
    }

    private String fingerprint(OpeningKind kind) {
        return header == null ? "" : header.fingerprint(kind).orElse("");
    }

    /** A field for each share that would be needed. */
    public List<ShareField> getFields() {
        return fields;
    }

    /** Name of the chosen file. */
    public @Nullable String getName() {
        return name;
    }

    /** The field for it. */
    public TypedPassword getTyped() {
        return typed;
    }
}
