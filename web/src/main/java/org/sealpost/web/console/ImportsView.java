package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.primefaces.model.file.UploadedFile;
import org.sealpost.approval.Requested;
import org.sealpost.model.ImportState;
import org.sealpost.model.Page;
import org.sealpost.moving.ArrivalRow;
import org.sealpost.moving.ImportRow;
import org.sealpost.moving.ImportService;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.TransferCertificate;
import org.sealpost.transfer.TransferFile;
import org.sealpost.web.PagedList;
import org.sealpost.web.Texts;

/** People who come from another organisation: our certificate, the files that were looked at, and the one that is open. */
@Named
@ViewScoped
public class ImportsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 20;

    @Inject
    ImportService imports;

    @Inject
    Texts texts;

    private final PagedList<ImportRow> list = new PagedList<>(key -> imports.imports(key, ROWS));
    private final PagedList<ArrivalRow> mailboxes = new PagedList<>(this::coming);
    private long open;
    private transient @Nullable ImportRow selected;
    private @Nullable String offered;
    private byte @Nullable [] receipt;
    private transient @Nullable UploadedFile file;
    private @Nullable String fingerprint;
    private final Grounds grounds = new Grounds();

    private Page<ArrivalRow> coming(Optional<String> key) {
        return imports.mailboxes(open, key, ROWS);
    }

    /** Shows the newest ones. */
    public void restart() {
        list.restart();
    }

    /** Shows our transfer certificate; makes one when there is none that lasts. */
    public void offer() {
        offered = Certificates.pem(imports.offer().certificate());
    }

    /** Our transfer certificate as a file. */
    public StreamedContent getCertificate() {
        return content(
                "transfer-certificate.pem",
                "application/x-pem-file",
                requireNonNull(offered).getBytes(StandardCharsets.US_ASCII));
    }

    /** Looks at the file that was chosen, and opens what was found. */
    public void look() {
        long id = imports.look(
                file == null ? new byte[0] : file.getContent(), fingerprint == null ? "" : fingerprint.strip());
        fingerprint = null;
        list.restart();
        show(id);
    }

    /** Opens one. */
    public void show(long id) {
        open = id;
        grounds.forget();
        reload();
        mailboxes.restart();
    }

    private void reload() {
        selected = imports.imported(open);
        list.reload();
    }

    /** Asks for those of the open one to be taken in who can be. */
    public void takeIn() {
        Requested requested = imports.takeIn(open, grounds.reason(), grounds.ticket());
        reload();
        mailboxes.reload();
        if (requested instanceof Requested.Waiting waiting) {
            texts.done("moving.asked", waiting.people());
        } else {
            texts.done("moving.taken");
        }
    }

    /** Signs the receipt for those of the open one who are here. */
    public void sign() {
        receipt = imports.receipt(open);
    }

    /** The receipt as a file. */
    public StreamedContent getReceipt() {
        return content("receipt-" + open + ".cms", "application/cms", requireNonNull(receipt));
    }

    /** Gives the open one up. */
    public void drop() {
        imports.drop(open);
        reload();
        texts.done("moving.dropped");
    }

    private static StreamedContent content(String name, String type, byte[] content) {
        return DefaultStreamedContent.builder()
                .name(name)
                .contentType(type)
                .contentLength((long) content.length)
                .stream(() -> new ByteArrayInputStream(content))
                .build();
    }

    /** Whether the open one was only looked at so far. */
    public boolean isLooked() {
        ImportRow row = getSelected();
        return row != null && row.state() == ImportState.LOOKED;
    }

    /** Whether somebody of the open one is here, so that there is something to confirm. */
    public boolean isSignable() {
        return getSelected() != null
                && imports.mailboxes(open, Optional.empty(), TransferFile.MOST_MAILBOXES).rows().stream()
                        .anyMatch(row -> row.state().here());
    }

    public PagedList<ImportRow> getList() {
        return list;
    }

    /** The mailboxes of the open one. */
    public PagedList<ArrivalRow> getMailboxes() {
        return mailboxes;
    }

    /** The open one; null when none is. */
    public @Nullable ImportRow getSelected() {
        if (selected == null && open != 0) {
            selected = imports.imported(open);
        }
        return selected;
    }

    /** Our certificate; null until it was asked for. */
    public @Nullable TransferCertificate getOffered() {
        return offered == null
                ? null
                : new TransferCertificate(Certificates.parse(offered.getBytes(StandardCharsets.US_ASCII)));
    }

    public @Nullable UploadedFile getFile() {
        return file;
    }

    public void setFile(@Nullable UploadedFile file) {
        this.file = file;
    }

    public @Nullable String getFingerprint() {
        return fingerprint;
    }

    public void setFingerprint(@Nullable String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** Why, and under which ticket. */
    public Grounds getGrounds() {
        return grounds;
    }
}
