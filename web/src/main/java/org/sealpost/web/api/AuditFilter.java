package org.sealpost.web.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.Outcome;

/** Which entries of the log a program asks for; what is absent does not narrow the search. */
public class AuditFilter {
    @QueryParam("actor")
    @DefaultValue("")
    String actor = "";

    @QueryParam("subject")
    @DefaultValue("")
    String subject = "";

    @QueryParam("act")
    @Nullable
    String act;

    @QueryParam("outcome")
    @Nullable
    String outcome;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    /** @throws BadRequestException for a name or an instant that there is not */
    AuditQuery query() {
        return new AuditQuery(
                Constants.ifNamed(Act.class, act).orElse(null),
                Constants.ifNamed(Outcome.class, outcome).orElse(null),
                subject,
                actor,
                new AuditQuery.Span(
                        instant(from, AuditQuery.Span.ALWAYS.from()), instant(to, AuditQuery.Span.ALWAYS.to())));
    }

    private static Instant instant(@Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequestException(e);
        }
    }
}
