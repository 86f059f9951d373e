package org.sealpost.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.integrity.IntegrityReport;
import org.sealpost.integrity.IntegrityService;
import org.sealpost.integrity.Proposal;
import org.sealpost.integrity.Repair;
import org.sealpost.web.Texts;

/** The page of the integrity check: begins one, shows what it finds, and proposes what can be mended. */
@Named
@RequestScoped
public class IntegrityView {

    @Inject
    IntegrityService integrity;

    @Inject
    Texts texts;

    /** Begins a check. */
    public void begin() {
        integrity.begin();
    }

    /** The check that is under way or was made last; null when there was none since the server started. */
    public @Nullable IntegrityReport getReport() {
        return integrity.report().orElse(null);
    }

    /** What could be mended. */
    public List<Proposal> getProposals() {
        return integrity.proposals();
    }

    /**
     * Mends a finding and checks again.
     *
     * @param repair what to do
     */
    public void repair(Repair repair) {
        long mended = integrity.repair(repair);
        texts.done("integrity.repaired", mended);
        integrity.begin();
    }
}
