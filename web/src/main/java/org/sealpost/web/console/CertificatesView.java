package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sealpost.issuing.CertificateDetails;
import org.sealpost.issuing.CertificateLine;
import org.sealpost.issuing.CertificateSearchService;
import org.sealpost.model.CertificateQuery;
import org.sealpost.model.CertificateStanding;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.web.PagedList;

/** The certificates page: finding any that was issued, and looking into one. */
@Named
@ViewScoped
public class CertificatesView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;

    @Inject
    CertificateSearchService certificates;

    private final PagedList<CertificateLine> list = new PagedList<>(key -> certificates.page(query(), key, ROWS));
    private @Nullable String address;
    private @Nullable String serial;
    private @Nullable CertificateStanding state;
    private @Nullable CertificateProfile profile;
    private @Nullable LocalDate endsBefore;
    private transient @Nullable CertificateDetails selected;

    /** Searches with what the fields say, from the newest certificate on. */
    public void search() {
        list.restart();
    }

    /** Empties the fields and searches. */
    public void clear() {
        address = null;
        serial = null;
        state = null;
        profile = null;
        endsBefore = null;
        search();
    }

    /**
     * Opens the details of one.
     *
     * @param number its serial number
     */
    public void show(Serial number) {
        selected = certificates.certificate(number);
    }

    private CertificateQuery query() {
        return new CertificateQuery(
                address == null ? "" : address,
                serial == null ? null : Serial.typed(serial),
                state,
                profile,
                endsBefore == null
                        ? null
                        : endsBefore.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    /** The certificates found. */
    public PagedList<CertificateLine> getList() {
        return list;
    }

    /** The one whose details are open; null when none is. */
    public @Nullable CertificateDetails getSelected() {
        return selected;
    }

    /** Whether the one whose details are open is what others seal to, so that there is a visiting card with it. */
    public boolean isCard() {
        return selected != null
                && selected.line().standing() == CertificateStanding.ISSUED
                && selected.line().profile() == CertificateProfile.ENCRYPTION;
    }

    /** Its address as part of a link. */
    public String getCardAddress() {
        return selected == null ? "" : URLEncoder.encode(selected.line().address(), StandardCharsets.UTF_8);
    }

    /** Every state that a signed certificate can be in, to choose from. */
    public CertificateStanding[] getStates() {
        return CertificateStanding.values();
    }

    /** Every use, to choose from. */
    public CertificateProfile[] getProfiles() {
        return CertificateProfile.values();
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable String getSerial() {
        return serial;
    }

    public void setSerial(@Nullable String serial) {
        this.serial = serial;
    }

    public @Nullable CertificateStanding getState() {
        return state;
    }

    public void setState(@Nullable CertificateStanding state) {
        this.state = state;
    }

    public @Nullable CertificateProfile getProfile() {
        return profile;
    }

    public void setProfile(@Nullable CertificateProfile profile) {
        this.profile = profile;
    }

    public @Nullable LocalDate getEndsBefore() {
        return endsBefore;
    }

    public void setEndsBefore(@Nullable LocalDate endsBefore) {
        this.endsBefore = endsBefore;
    }
}
