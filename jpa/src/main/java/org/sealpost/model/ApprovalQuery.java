package org.sealpost.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which requests are asked for. */
public sealed interface ApprovalQuery {
    /**
     * Those to which a person could agree now.
     *
     * @param roles the person's roles
     * @param at those whose time is over by then are left out
     */
    record WaitingFor(MailboxId person, Set<String> roles, Instant at) implements ApprovalQuery {
        public WaitingFor {
            roles = Set.copyOf(roles);
        }
    }

    /** Those that a person asked for. */
    record RequestedBy(MailboxId person) implements ApprovalQuery {}

    /**
     * Everybody's.
     *
     * @param verbs only for these verbs, or empty for all
     * @param state only in this state, or null for all
     */
    record Everybodys(Set<SensitiveVerb> verbs, @Nullable ApprovalState state) implements ApprovalQuery {
        /** Everybody's for whatever verb. */
        public Everybodys(@Nullable ApprovalState state) {
            this(Set.of(), state);
        }

        public Everybodys {
            verbs = Set.copyOf(verbs);
        }
    }
}
