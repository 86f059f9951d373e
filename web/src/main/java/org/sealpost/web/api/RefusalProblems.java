package org.sealpost.web.api;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import org.sealpost.web.Refusal;
import org.sealpost.web.Refusals;

/** Turns every failure of a resource into a problem; what nobody foresaw is logged here, and only here. */
@Provider
public class RefusalProblems implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(RefusalProblems.class.getName());

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        return problem(failure, headers.getAcceptableLanguages());
    }

    /** The failure as a problem in the language that the caller likes best. */
    static Response problem(Throwable failure, List<Locale> acceptable) {
        Refusals refusals = new Refusals(language(acceptable));
        if (failure instanceof WebApplicationException http) {
            return Problem.of(refusals.ofStatus(http.getResponse().getStatus()));
        }
        if (failure instanceof ProcessingException) {
            return Problem.of(refusals.ofStatus(400));
        }
        Refusal refusal = refusals.of(failure);
        if (refusal.unforeseen()) {
            LOG.log(System.Logger.Level.ERROR, "A request failed for a reason that nobody foresaw", failure);
        }
        return Problem.of(refusal);
    }

    /** The language that the caller likes best; English when it does not say. */
    static Locale language(List<Locale> acceptable) {
        return acceptable.stream()
                .filter(language -> !language.getLanguage().equals("*"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
