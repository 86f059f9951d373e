package org.sealpost.approval;

import java.util.Optional;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.SensitiveVerb;

/**
 * What is done when enough people have agreed: one bean for each sensitive verb, in the package of the feature.
 *
 * <p>Failures are told by {@link org.sealpost.protocol.SealpostException}: {@link org.sealpost.protocol.Unavailable}
 * leaves the request open, so that the last approver can try again; every other kind ends it as FAILED. In both cases
 * everything that the act has done is rolled back.
 */
public interface ApprovedAct {
    /** Which verb this carries out. */
    SensitiveVerb verb();

    /**
     * What will happen, in words for those who are asked to agree. Called in a transaction whenever somebody looks.
     *
     * @param payload what was given with the request
     */
    Explanation explain(String payload);

    /**
     * Does it, inside the transaction of the last approval. It leaves no audit entry itself: the entry is made of what
     * this returns, together with who agreed and why.
     *
     * @return what the audit log is to say
     */
    Done carryOut(ApprovalRequest request);

    /**
     * Refuses at once, before anybody is asked, what could never be carried out; in the transaction that keeps the
     * request.
     */
    default void check(String payload) {}

    /** How many people are needed whatever the policy says, for instance a quorum of officers. */
    default int leastPeople() {
        return 0;
    }

    /** As {@link #leastPeople()}, where it depends on what is asked for. */
    default int leastPeople(String payload) {
        return leastPeople();
    }

    /** The verb that has the same effect on less: whatever its policy asks for, this one's does too. */
    default Optional<SensitiveVerb> noEasierThan() {
        return Optional.empty();
    }

    /** How whoever agrees does so, and who carries it out. */
    default Manner manner() {
        return Manner.YES;
    }

    /** How whoever agrees does so, and who carries it out. */
    enum Manner {
        /** A yes is enough; with the last one it is carried out. */
        YES,
        /** Each one contributes something; only the feature's own service agrees, by {@link Approvals#approve}. */
        CONTRIBUTION,
        /** When all agree the requester does it, because it needs a secret of his, by {@link Approvals#permit}. */
        BY_REQUESTER
    }
}
