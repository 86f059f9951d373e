package org.sealpost.web.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
                constant(Act.values(), act),
                constant(Outcome.values(), outcome),
                subject,
                actor,
                new AuditQuery.Span(
                        instant(from, AuditQuery.Span.ALWAYS.from()), instant(to, AuditQuery.Span.ALWAYS.to())));
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, @Nullable String name) {
        return Optional.ofNullable(name)
                .map(given -> Stream.of(values)
                        .filter(one -> one.name().equals(given.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(BadRequestException::new))
                .orElse(null);
    }

    private static Instant instant(@Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequestException(e);
        }
    }
}
