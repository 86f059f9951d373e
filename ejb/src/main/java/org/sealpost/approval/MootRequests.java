package org.sealpost.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRepository;
import org.sealpost.model.SensitiveVerb;

/** Requests whose subject is gone: nobody is asked any longer for a yes that could only fail. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MootRequests {
    @Inject
    ApprovalRepository requests;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Ends those that wait, in the caller's transaction; to be called before the subject is locked, as a yes does.
     *
     * @param payload what they were asked for with
     * @param cause code of what became of the subject
     */
    public void end(SensitiveVerb verb, String payload, String cause) {
        Instant now = clock.instant();
        requests.pending(verb).stream()
                .filter(request -> request.terms().payload().equals(payload))
                .forEach(request -> {
                    request.fail(cause, now);
                    audit.failure(
                            Act.USE_APPROVAL, request.terms().subject(), ApprovalDesk.describe(request) + ": " + cause);
                });
    }
}
