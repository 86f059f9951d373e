package org.sealpost.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready once the revocation list has run out, because then no signature is trusted any more; says hours before that
 * renewals are missing, so that whoever watches can act first.
 */
@Readiness
@ApplicationScoped
public class RevocationListReadiness implements HealthCheck {
    @Inject
    RevocationLists lists;

    @Inject
    Clock clock;

    @Override
    public HealthCheckResponse call() {
        Instant now = clock.instant();
        try {
            return lists.current()
                    .map(list -> answer(list.age(now), now, list.nextUpdate()))
                    .orElseGet(() -> answer(Status.UP, Map.of("reason", "No revocation list was signed yet.")));
        } catch (PersistenceException | TransactionalException e) {
            return answer(Status.DOWN, Map.of("reason", "The revocation list cannot be read from the database."));
        }
    }

    private static HealthCheckResponse answer(ListAge age, Instant now, Instant end) {
        return answer(
                age == ListAge.OVERDUE ? Status.DOWN : Status.UP,
                Map.of(
                        "age", age.name(),
                        "next", end.toString(),
                        "reason", reason(age, Duration.between(now, end).toHours())));
    }

    private static HealthCheckResponse answer(Status status, Map<String, Object> told) {
        return new HealthCheckResponse("revocation-list", status, Optional.of(told));
    }

    private static String reason(ListAge age, long hours) {
        return switch (age) {
            case FRESH -> "The revocation list is up to date.";
            case LATE ->
                "Renewals of the revocation list are missing; it runs out in " + hours
                        + " hours. Unlock or start the Key Manager.";
            case OVERDUE ->
                "The revocation list has run out: signatures are not trusted. Unlock or start the Key Manager.";
        };
    }
}
