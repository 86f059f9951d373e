package org.sealpost.model;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the database itself, told by its SQLSTATE; whatever was under way is rolled back. */
public enum DatabaseFault {
    /** It does not answer, or the connection broke. */
    LOST("database-lost", Set.of("25P03", "53300", "90067", "90098", "90121")),
    /** Its disk is full. */
    FULL("database-full", Set.of("53100", "90028", "90031"));

    private static final int DEPTH = 20;

    private final String code;
    private final Set<String> states;

    DatabaseFault(String code, Set<String> states) {
        this.code = code;
        this.states = states;
    }

    /** Name of its texts, as that of a {@link org.sealpost.protocol.SealpostException}. */
    public String code() {
        return code;
    }

    /** Looks for one behind a failure, however deep containers and libraries have wrapped it. */
    public static Optional<DatabaseFault> of(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof SQLException said && said.getSQLState() != null) {
                Optional<DatabaseFault> fault = of(said.getSQLState());
                if (fault.isPresent()) {
                    return fault;
                }
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** Classes 08 (connection exception) and 57P (operator intervention) are losses as a whole. */
    private static Optional<DatabaseFault> of(String state) {
        if (state.startsWith("08") || state.startsWith("57P") || LOST.states.contains(state)) {
            return Optional.of(LOST);
        }
        return FULL.states.contains(state) ? Optional.of(FULL) : Optional.empty();
    }
}
