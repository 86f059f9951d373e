package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.file.UploadedFile;
import org.sealpost.approval.Requested;
import org.sealpost.trust.AuthorityFacts;
import org.sealpost.trust.TrustOrder;
import org.sealpost.trust.TrustService;
import org.sealpost.web.Texts;

/** Importing another organisation's authority: the file first, then what it says, then the comparison and the domains. */
@Named
@ViewScoped
public class TrustOrderView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    TrustService trust;

    @Inject
    TrustView list;

    @Inject
    Texts texts;

    private transient @Nullable UploadedFile file;
    private byte @Nullable [] certificate;
    private transient @Nullable AuthorityFacts facts;
    private @Nullable String fingerprint;
    private @Nullable String domains;
    private final Grounds grounds = new Grounds();

    /** Reads the certificate and shows what it says; trusts nothing yet. */
    public void look() {
        forget();
        byte[] given = file == null ? new byte[0] : file.getContent();
        facts = trust.look(given);
        certificate = given;
    }

    /** Puts everything away. */
    public void forget() {
        certificate = null;
        facts = null;
        fingerprint = null;
        domains = null;
        grounds.forget();
    }

    /** Trusts the authority, or asks those who have to agree. */
    public void ask() {
        Requested requested = trust.trust(new TrustOrder(
                requireNonNull(certificate),
                orEmpty(fingerprint),
                orEmpty(domains),
                grounds.reason(),
                grounds.ticket()));
        if (requested instanceof Requested.Waiting waiting) {
            texts.done("trust.asked", waiting.people());
        } else {
            texts.done("trust.done");
        }
        forget();
        list.restart();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** What the certificate says; null before one was read. */
    public @Nullable AuthorityFacts getFacts() {
        if (facts == null && certificate != null) {
            facts = trust.look(certificate);
        }
        return facts;
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

    public @Nullable String getDomains() {
        return domains;
    }

    public void setDomains(@Nullable String domains) {
        this.domains = domains;
    }

    /** Why, and under which ticket. */
    public Grounds getGrounds() {
        return grounds;
    }
}
