package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.file.UploadedFile;
import org.sealpost.bulk.AddressFile;
import org.sealpost.bulk.BulkChoice;
import org.sealpost.bulk.BulkOrder;
import org.sealpost.bulk.BulkService;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.model.BulkKind;
import org.sealpost.model.RevocationCause;
import org.sealpost.web.Texts;

/** The form that orders a dry run: what is to be done, and to whom. */
@Named
@ViewScoped
public class BulkOrderView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    BulkService bulk;

    @Inject
    EnablementService enablement;

    @Inject
    BulkView shown;

    @Inject
    Texts texts;

    private BulkKind kind = BulkKind.ENABLE;
    private @Nullable RevocationCause cause;
    private Source source = Source.PEOPLE;
    private @Nullable String text;
    private @Nullable String unit;
    private @Nullable String group;
    private @Nullable String reason;
    private transient @Nullable UploadedFile file;
    private List<String> units = List.of();

    /** Where the mailboxes come from. */
    public enum Source {
        /** The directory, by name and organisational unit. */
        PEOPLE,
        /** The members of a group. */
        GROUP,
        /** A file of addresses. */
        FILE
    }

    /** Asks for the organisational units to choose from. */
    public void begin() {
        units = enablement.units();
    }

    /** Looks at everybody who was chosen and shows what would happen; does nothing else. */
    public void plan() {
        long run = bulk.plan(new BulkOrder(kind, cause(), choice(), orEmpty(reason)));
        reason = null;
        cause = null;
        shown.show(run);
        shown.restart();
        texts.done("bulk.planned", run);
    }

    private Optional<RevocationCause> cause() {
        return Optional.ofNullable(kind == BulkKind.REVOKE ? cause : null);
    }

    private BulkChoice choice() {
        return switch (source) {
            case PEOPLE -> new BulkChoice.People(orEmpty(text), Optional.ofNullable(unit));
            case GROUP -> new BulkChoice.Group(orEmpty(group));
            case FILE -> listed();
        };
    }

    private BulkChoice listed() {
        byte[] content = file == null ? new byte[0] : file.getContent();
        String name = file == null ? "" : orEmpty(file.getFileName());
        return new BulkChoice.Listed(name, AddressFile.read(content));
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** Everything that can be done to many. */
    public BulkKind[] getKinds() {
        return BulkKind.values();
    }

    /** Every way to choose. */
    public Source[] getSources() {
        return Source.values();
    }

    public BulkKind getKind() {
        return kind;
    }

    public void setKind(BulkKind kind) {
        this.kind = kind;
    }

    /** Why certificates are to end; null until it was chosen. */
    public @Nullable RevocationCause getCause() {
        return cause;
    }

    public void setCause(@Nullable RevocationCause cause) {
        this.cause = cause;
    }

    /** Every cause of a revocation. */
    public RevocationCause[] getCauses() {
        return RevocationCause.values();
    }

    public Source getSource() {
        return source;
    }

    public void setSource(Source source) {
        this.source = source;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    /** The organisational units of the directory, to choose from. */
    public List<String> getUnits() {
        return units;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }

    public @Nullable String getGroup() {
        return group;
    }

    public void setGroup(@Nullable String group) {
        this.group = group;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable UploadedFile getFile() {
        return file;
    }

    public void setFile(@Nullable UploadedFile file) {
        this.file = file;
    }
}
