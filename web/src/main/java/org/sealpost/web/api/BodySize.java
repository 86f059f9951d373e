package org.sealpost.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import org.sealpost.web.Refusals;

/** Refuses a body that announces to be larger than any resource takes, before it is read. */
@Provider
@PreMatching
public class BodySize implements ContainerRequestFilter {

    /** Most octets of a body. */
    static final long MOST = 40L * 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (announced(request.getHeaderString("Content-Length")) > MOST) {
            Refusals refusals = new Refusals(RefusalProblems.language(request.getAcceptableLanguages()));
            request.abortWith(Problem.of(refusals.ofStatus(Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode())));
        }
    }

    /** The length in the header; 0 without one. The server has refused headers that are no number. */
    private static long announced(@Nullable String length) {
        return length == null ? 0 : Long.parseLong(length);
    }
}
