package org.sealpost.stepup;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Passphrase;

/**
 * Stands in front of methods marked {@link StepUp}. It comes before the recorder of failures: being asked for one's
 * password is no failure of the act. A password that came with the request itself counts for that request alone.
 */
@StepUp
@Interceptor
@Priority(Interceptor.Priority.APPLICATION - 100)
public class StepUpGuard {
    @Inject
    ProofOffer offer;

    @Inject
    StepUpMemory memory;

    @Inject
    Proof proof;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Lets the call through when the caller has proved who he is. */
    @AroundInvoke
    public @Nullable Object guard(InvocationContext call) throws Exception {
        if (offer.isAToken()) {
            throw new TokenIsNoProof();
        }
        Optional<Passphrase> offered = offer.password();
        if (offered.isPresent()) {
            proof.check(offered.get());
        } else if (memory.left(caller.name(), clock.instant()).isZero()) {
            throw new StepUpNeeded();
        }
        return call.proceed();
    }
}
