package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.primefaces.model.file.UploadedFile;
import org.sealpost.model.ExportState;
import org.sealpost.model.ExportVerb;
import org.sealpost.model.Page;
import org.sealpost.moving.Confirmed;
import org.sealpost.moving.DepartureRow;
import org.sealpost.moving.ExportRow;
import org.sealpost.moving.ExportService;
import org.sealpost.web.PagedList;
import org.sealpost.web.Texts;

/** People who go to another organisation: the exports, the one that is open, and the receipts for them. */
@Named
@ViewScoped
public class ExportsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 20;

    @Inject
    ExportService exports;

    @Inject
    Texts texts;

    private final PagedList<ExportRow> list = new PagedList<>(key -> exports.exports(key, ROWS));
    private final PagedList<DepartureRow> mailboxes = new PagedList<>(this::leaving);
    private long open;
    private transient @Nullable ExportRow selected;
    private transient @Nullable UploadedFile receipt;

    private Page<DepartureRow> leaving(Optional<String> key) {
        return exports.mailboxes(open, key, ROWS);
    }

    /** Shows the newest ones. */
    public void restart() {
        list.restart();
    }

    /** Opens one. */
    public void show(long id) {
        open = id;
        look();
        mailboxes.restart();
    }

    private void look() {
        selected = exports.exported(open);
        list.reload();
    }

    /** The sealed file of the open one. */
    public StreamedContent getFile() {
        byte[] file = exports.file(open);
        return DefaultStreamedContent.builder()
                .name("export-" + open + ".cms")
                .contentType("application/cms")
                .contentLength((long) file.length)
                .stream(() -> new ByteArrayInputStream(file))
                .build();
    }

    /** Gives the open one up. */
    public void withdraw() {
        exports.withdraw(open);
        look();
        mailboxes.reload();
        texts.done("moving.withdrawn");
    }

    /** Takes the receipt that was chosen. */
    public void confirm() {
        Confirmed confirmed = exports.confirm(receipt == null ? new byte[0] : receipt.getContent());
        list.restart();
        texts.done(
                "moving.confirmed",
                confirmed.moved().size(),
                confirmed.missing().size(),
                confirmed.grown().size());
    }

    /** Whether the open one has a file to be taken. */
    public boolean isSealed() {
        ExportRow row = getSelected();
        return row != null && row.state() == ExportState.SEALED;
    }

    /** Whether the open one can still be given up. */
    public boolean isOpen() {
        ExportRow row = getSelected();
        return row != null && row.state().allows(ExportVerb.WITHDRAW);
    }

    public PagedList<ExportRow> getList() {
        return list;
    }

    /** The mailboxes of the open one. */
    public PagedList<DepartureRow> getMailboxes() {
        return mailboxes;
    }

    /** The open one; null when none is. */
    public @Nullable ExportRow getSelected() {
        if (selected == null && open != 0) {
            selected = exports.exported(open);
        }
        return selected;
    }

    public @Nullable UploadedFile getReceipt() {
        return receipt;
    }

    public void setReceipt(@Nullable UploadedFile receipt) {
        this.receipt = receipt;
    }
}
