package org.sealpost.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.sealpost.model.ApprovalRequest;

/** Tells whoever wants to know, for instance those who write mail, what becomes of requests. */
@ApplicationScoped
class ApprovalNews {
    @Inject
    Event<ApprovalChange> changes;

    /** Others have to agree. */
    void asked(ApprovalRequest request) {
        changes.fire(new ApprovalChange(request.id()));
    }

    /** Nothing will happen to it any more. */
    void ended(ApprovalRequest request) {
        changes.fire(new ApprovalChange(request.id()));
    }
}
