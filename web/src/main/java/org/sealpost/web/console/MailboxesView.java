package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.enrolment.MailboxQuery;
import org.sealpost.enrolment.MailboxRow;
import org.sealpost.model.MailboxState;
import org.sealpost.web.PagedList;

/** The mailboxes page's list: everybody in the directory, with where each stands. */
@Named
@ViewScoped
public class MailboxesView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 25;

    @Inject
    EnablementService enablement;

    private final PagedList<MailboxRow> list = new PagedList<>(key -> enablement.search(
            new MailboxQuery(wanted(), Optional.ofNullable(getUnit()), Optional.ofNullable(getState()), key, ROWS)));
    private @Nullable String text;
    private @Nullable String unit;
    private @Nullable MailboxState state;
    private List<String> units = List.of();

    /** Shows everybody, and the organisational units to choose from. */
    public void begin() {
        units = enablement.units();
        search();
    }

    /** Searches with what the fields say. */
    public void search() {
        list.restart();
    }

    private String wanted() {
        return text == null ? "" : text.strip();
    }

    /** The mailboxes found. */
    public PagedList<MailboxRow> getList() {
        return list;
    }

    /** Every state there is, to choose from. */
    public MailboxState[] getStates() {
        return MailboxState.values();
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

    public @Nullable MailboxState getState() {
        return state;
    }

    public void setState(@Nullable MailboxState state) {
        this.state = state;
    }
}
