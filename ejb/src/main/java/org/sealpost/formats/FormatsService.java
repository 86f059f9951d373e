package org.sealpost.formats;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Requested;
import org.sealpost.audit.Audited;
import org.sealpost.model.Act;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.stepup.StepUp;

/** Changing the organisation's formats. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FormatsService {
    @Inject
    Approvals approvals;

    /**
     * Changes the formats, or asks others first. Nothing that was sealed before is touched: old messages stay readable.
     *
     * @throws FormatsChangedMeanwhile when somebody else changed them since the administrator looked
     * @throws UnusableFormats when the edition does not write them or the preferred one is below the floor
     */
    @RolesAllowed("km-admin")
    @StepUp
    @Audited(Act.CHANGE_FORMATS)
    public Requested change(@Valid FormatChange change) {
        return approvals.request(
                SensitiveVerb.CHANGE_FORMATS,
                ChangeFormats.SUBJECT,
                FormatPayload.of(change).json(),
                change.reason(),
                change.ticket());
    }
}
