package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.issuing.LintService;
import org.sealpost.lint.LintFinding;
import org.sealpost.lint.LintProfile;
import org.sealpost.lint.LintReport;

/** The page that measures a certificate by the rules for issuing, and lists them. */
@Named
@ViewScoped
public class LintView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    LintService lint;

    private LintProfile profile = LintProfile.STRICT;
    private @Nullable String certificate;
    private transient @Nullable LintReport report;

    /** Measures the certificate that was typed. */
    public void check() {
        String typed = certificate == null ? "" : certificate.strip();
        report = lint.check(typed.getBytes(StandardCharsets.US_ASCII), profile);
    }

    /** What was found; null before anything was measured. */
    public @Nullable LintReport getReport() {
        return report;
    }

    /** How many errors were found. */
    public int getErrors() {
        return report == null ? 0 : report.errors().size();
    }

    /** The rules of the chosen profile. */
    public List<LintFinding> getRules() {
        return lint.rules(profile);
    }

    /** Every profile. */
    public LintProfile[] getProfiles() {
        return LintProfile.values();
    }

    public LintProfile getProfile() {
        return profile;
    }

    public void setProfile(LintProfile profile) {
        this.profile = profile;
    }

    public @Nullable String getCertificate() {
        return certificate;
    }

    public void setCertificate(@Nullable String certificate) {
        this.certificate = certificate;
    }
}
