package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** Policies that were chosen; for every other verb the standard one holds. */
@Dependent
public class ApprovalPolicyRepository {
    private final EntityManager database;

    @Inject
    public ApprovalPolicyRepository(EntityManager database) {
        this.database = database;
    }

    /** The policy that holds now. */
    public ApprovalPolicy policy(SensitiveVerb verb) {
        return chosen(verb).map(ChosenPolicy::policy).orElseGet(() -> ApprovalPolicy.standard(verb));
    }

    /** What somebody chose; empty while the standard policy holds. */
    public Optional<ChosenPolicy> chosen(SensitiveVerb verb) {
        return Optional.ofNullable(database.find(ChosenPolicy.class, verb));
    }

    /** As {@link #chosen}, locked until the end of the transaction. */
    public Optional<ChosenPolicy> lock(SensitiveVerb verb) {
        return Optional.ofNullable(database.find(ChosenPolicy.class, verb, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Writes the row at once: of two people who choose for the first time at once one fails here. */
    public void add(ChosenPolicy chosen) {
        database.persist(chosen);
        database.flush();
    }
}
