package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.file.UploadedFile;
import org.sealpost.model.TrustState;
import org.sealpost.trust.AuthorityQuery;
import org.sealpost.trust.AuthorityRow;
import org.sealpost.trust.TrustService;
import org.sealpost.web.PagedList;
import org.sealpost.web.Texts;

/** The authorities of other organisations: the list, and the one that is open with its revocation list. */
@Named
@ViewScoped
public class TrustView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 20;

    @Inject
    TrustService trust;

    @Inject
    Texts texts;

    @Inject
    Provider<Clock> clock;

    private final PagedList<AuthorityRow> list = new PagedList<>(
            key -> trust.page(new AuthorityQuery(wanted(), Optional.ofNullable(getState()), key, ROWS)));
    private @Nullable String text;
    private @Nullable TrustState state;
    private long open;
    private transient @Nullable AuthorityRow selected;
    private @Nullable String address;
    private @Nullable String reason;
    private transient @Nullable UploadedFile file;

    /** Shows the newest ones. */
    public void restart() {
        list.restart();
    }

    /** Opens the details of one. */
    public void show(long id) {
        open = id;
        reason = null;
        look();
    }

    private void look() {
        AuthorityRow found = trust.authority(open);
        selected = found;
        address = found.list().fetching().map(one -> one.address()).orElse(null);
        list.reload();
    }

    /** Trusts the open one no longer. */
    public void untrust() {
        trust.untrust(open, reason == null ? "" : reason);
        look();
        texts.done("trust.untrusted");
    }

    /** Takes a revocation list for the open one. */
    public void upload() {
        trust.upload(open, file == null ? new byte[0] : file.getContent());
        look();
        texts.done("trust.list.taken");
    }

    /** Allows the list of the open one to be fetched, and fetches it. */
    public void allowFetching() {
        trust.allowFetching(open, address == null ? "" : address);
        look();
        texts.done("trust.fetching.allowed");
    }

    /** Nothing is fetched for the open one any more. */
    public void forbidFetching() {
        trust.forbidFetching(open);
        look();
        texts.done("trust.fetching.forbidden");
    }

    /** Fetches the list of the open one now. */
    public void fetchNow() {
        trust.fetchNow(open);
        look();
        texts.done("trust.list.taken");
    }

    /** How old the revocation list of the open one is, in whole hours. */
    public long getListAge() {
        AuthorityRow row = getSelected();
        return row == null
                ? 0
                : row.list()
                        .standing()
                        .map(one -> Duration.between(one.made(), clock.get().instant())
                                .toHours())
                        .orElse(0L);
    }

    private String wanted() {
        return text == null ? "" : text.strip();
    }

    public PagedList<AuthorityRow> getList() {
        return list;
    }

    /** The open one; null when none is. */
    public @Nullable AuthorityRow getSelected() {
        if (selected == null && open != 0) {
            selected = trust.authority(open);
        }
        return selected;
    }

    /** Every state, to choose from. */
    public TrustState[] getStates() {
        return TrustState.values();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable TrustState getState() {
        return state;
    }

    public void setState(@Nullable TrustState state) {
        this.state = state;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
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
