package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.ApprovalPolicyService;
import org.sealpost.approval.Requested;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.formats.FormatChange;
import org.sealpost.formats.FormatsService;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.resealing.StoredFormatsService;
import org.sealpost.settings.SecuritySettingsView;
import org.sealpost.settings.SettingsService;
import org.sealpost.web.PagedList;
import org.sealpost.web.Texts;

/** The formats page: what counts now, a change prepared in the form and made after a second look, and the history. */
@Named
@ViewScoped
public class FormatsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 10;

    @Inject
    SettingsService settings;

    @Inject
    FormatsService formats;

    @Inject
    ApprovalPolicyService policies;

    @Inject
    StoredFormatsService storedFormats;

    @Inject
    Texts texts;

    private final PagedList<SecuritySettingsView> history = new PagedList<>(key -> settings.history(key, ROWS));
    private final Map<String, Long> stored = new HashMap<>();
    private @Nullable SecuritySettingsView current;
    private transient @Nullable ApprovalPolicy policy;

    @NotNull
    private Edition edition = Edition.MODERN;

    @NotNull
    private EncryptionFormat preferred = EncryptionFormat.AES_256_GCM;

    @NotNull
    private EncryptionFormat floor = EncryptionFormat.AES_128_CBC;

    @NotBlank
    @Size(max = 500)
    private @Nullable String reason;

    @Size(max = 100)
    private @Nullable String ticket;

    /** Shows what counts now, and fills the form with it. */
    public void load() {
        SecuritySettingsView now = settings.current();
        current = now;
        edition = now.policy().edition();
        preferred = now.policy().preferred();
        floor = now.policy().floor();
        reason = null;
        ticket = null;
        policy = policies.policy(SensitiveVerb.CHANGE_FORMATS);
        history.restart();
        stored.clear();
        storedFormats
                .counts()
                .forEach(count -> stored.put(Objects.requireNonNullElse(count.format(), ""), count.messages()));
    }

    /** Another edition was chosen: its strongest and weakest formats are proposed. */
    public void proposeForEdition() {
        FormatPolicy proposal = FormatPolicy.of(edition);
        preferred = proposal.preferred();
        floor = proposal.floor();
    }

    /** Makes the change that the form holds. */
    public void change() {
        if (current == null || reason == null) {
            return;
        }
        Requested requested = formats.change(
                new FormatChange(current.number(), edition, preferred, floor, reason, ticket == null ? "" : ticket));
        load();
        if (requested instanceof Requested.Waiting waiting) {
            texts.done("approvals.asked", waiting.people(), waiting.request());
        } else {
            texts.done("formats.changed");
        }
    }

    /** What counts now; null until the page is loaded or while nothing was ever chosen. */
    public @Nullable SecuritySettingsView getCurrent() {
        return current;
    }

    /** Whether the form holds something else than what counts now. */
    public boolean isDifferent() {
        return current != null
                && (current.policy().edition() != edition
                        || current.policy().preferred() != preferred
                        || current.policy().floor() != floor);
    }

    /** Formats that can be read now and could not be read any more after the change. */
    public Set<EncryptionFormat> getUnreadable() {
        if (current == null) {
            return Set.of();
        }
        Set<EncryptionFormat> lost = EnumSet.copyOf(current.policy().edition().reads());
        lost.removeAll(edition.reads());
        return lost;
    }

    /** Formats that are written now and would not be written any more after the change. */
    public Set<EncryptionFormat> getUnwritten() {
        if (current == null || !preferred.atLeast(floor)) {
            return Set.of();
        }
        Set<EncryptionFormat> lost = EnumSet.copyOf(current.policy().allowed());
        lost.removeAll(EnumSet.range(preferred, floor));
        return lost;
    }

    /** The editions to choose from. */
    public Edition[] getEditions() {
        return Edition.values();
    }

    /** The formats that the chosen edition writes, strongest first. */
    public List<EncryptionFormat> getWritable() {
        return List.copyOf(edition.writes());
    }

    /** Every format there is, strongest first. */
    public EncryptionFormat[] getFormats() {
        return EncryptionFormat.values();
    }

    /** How many sealed messages lie in the mailboxes in that format. */
    public long stored(EncryptionFormat format) {
        return stored.getOrDefault(format.name(), 0L);
    }

    /** How many of them other programs have sealed, so that their format shows only when they are opened. */
    public long getStoredUnknown() {
        return stored.getOrDefault("", 0L);
    }

    /** What was chosen before, newest first. */
    public PagedList<SecuritySettingsView> getHistory() {
        return history;
    }

    /** Who must agree to a change; null until the page is loaded. */
    public @Nullable ApprovalPolicy getPolicy() {
        return policy;
    }

    public @Nullable String getTicket() {
        return ticket;
    }

    public void setTicket(@Nullable String ticket) {
        this.ticket = ticket;
    }

    public Edition getEdition() {
        return edition;
    }

    public void setEdition(Edition edition) {
        this.edition = edition;
    }

    public EncryptionFormat getPreferred() {
        return preferred;
    }

    public void setPreferred(EncryptionFormat preferred) {
        this.preferred = preferred;
    }

    public EncryptionFormat getFloor() {
        return floor;
    }

    public void setFloor(EncryptionFormat floor) {
        this.floor = floor;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
