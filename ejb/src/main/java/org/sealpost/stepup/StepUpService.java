package org.sealpost.stepup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;

/** Giving one's password once more, and having it forgotten. */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StepUpService {
    @Inject
    Proof proof;

    @Inject
    StepUpMemory memory;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Takes the caller's password and lets the session act for five minutes. The password stays the caller's to close.
     *
     * @throws WrongOwnPassword when it is not his
     * @throws ProofTooSoon when the last wrong one was too short a time ago
     */
    public void prove(Passphrase password) {
        proof.check(password);
        audit.success(Act.STEP_UP, caller.name(), "");
        memory.remember(caller.name(), clock.instant());
    }

    /** Does nothing but ask, for what cannot ask by itself: the answer to a download is a file and no page. */
    @StepUp
    public void require() {}

    /** How long the last proof still counts; zero when it does not. */
    public Duration left() {
        return memory.left(caller.name(), clock.instant());
    }

    /** The next sensitive act asks again. */
    public void forget() {
        memory.forget();
    }
}
