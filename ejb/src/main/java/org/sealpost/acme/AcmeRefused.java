package org.sealpost.acme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.protocol.BadInput;

/** What a partner's program asked for is not done; the code tells why, and the kind is one that the program knows. */
public final class AcmeRefused extends BadInput {
    private static final long serialVersionUID = 1;

    private final AcmeProblem problem;

    AcmeRefused(AcmeProblem problem, String code, Object... arguments) {
        this(problem, code, null, List.of(arguments));
    }

    private AcmeRefused(AcmeProblem problem, String code, @Nullable Throwable cause, List<Object> arguments) {
        super(code, cause, arguments);
        this.problem = problem;
    }

    /** It cannot be read. @param what cannot */
    static AcmeRefused malformed(String what) {
        return new AcmeRefused(AcmeProblem.MALFORMED, "acme-malformed", what);
    }

    /** It cannot be read, as a library says. */
    static AcmeRefused malformed(String what, Throwable cause) {
        return new AcmeRefused(AcmeProblem.MALFORMED, "acme-malformed", cause, List.of(what));
    }

    /** There is no such thing, or it is another's. */
    static AcmeRefused notFound() {
        return new AcmeRefused(AcmeProblem.NOT_FOUND, "acme-not-found");
    }

    /** It is signed by nobody who may ask for it. */
    static AcmeRefused unauthorized(String code) {
        return new AcmeRefused(AcmeProblem.UNAUTHORIZED, code);
    }

    public AcmeProblem problem() {
        return problem;
    }
}
