package org.sealpost.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.model.BulkKind;

/** Tells the approvals how each kind of run is started. */
@ApplicationScoped
class BulkActs {
    @Inject
    BulkDesk desk;

    @Produces
    @ApplicationScoped
    ApprovedAct enabling() {
        return new BulkStart(BulkKind.ENABLE, desk);
    }

    @Produces
    @ApplicationScoped
    ApprovedAct revoking() {
        return new BulkStart(BulkKind.REVOKE, desk);
    }

    @Produces
    @ApplicationScoped
    ApprovedAct reminding() {
        return new BulkStart(BulkKind.REMIND, desk);
    }
}
