package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.file.UploadedFile;
import org.sealpost.approval.Requested;
import org.sealpost.moving.AskedExport;
import org.sealpost.moving.ExportOrder;
import org.sealpost.moving.ExportService;
import org.sealpost.web.Texts;

/** Asking for mailboxes to be sealed for another organisation. */
@Named
@ViewScoped
public class ExportOrderView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ExportService exports;

    @Inject
    ExportsView list;

    @Inject
    Texts texts;

    private transient @Nullable UploadedFile certificate;
    private @Nullable String fingerprint;
    private @Nullable String addresses;
    private final Grounds grounds = new Grounds();

    /** Asks those who have to agree. */
    public void ask() {
        AskedExport asked = exports.export(new ExportOrder(
                named(),
                certificate == null ? new byte[0] : certificate.getContent(),
                orEmpty(fingerprint),
                grounds.reason(),
                grounds.ticket()));
        if (asked.requested() instanceof Requested.Waiting waiting) {
            texts.done("moving.asked", waiting.people());
        } else {
            texts.done("moving.sealed");
        }
        fingerprint = null;
        addresses = null;
        grounds.forget();
        list.restart();
    }

    /** With commas, semicolons or white space between. */
    private List<String> named() {
        return Stream.of(orEmpty(addresses).split("[\\s,;]+"))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    public @Nullable UploadedFile getCertificate() {
        return certificate;
    }

    public void setCertificate(@Nullable UploadedFile certificate) {
        this.certificate = certificate;
    }

    public @Nullable String getFingerprint() {
        return fingerprint;
    }

    public void setFingerprint(@Nullable String fingerprint) {
        this.fingerprint = fingerprint;
    }

    public @Nullable String getAddresses() {
        return addresses;
    }

    public void setAddresses(@Nullable String addresses) {
        this.addresses = addresses;
    }

    /** Why, and under which ticket. */
    public Grounds getGrounds() {
        return grounds;
    }
}
