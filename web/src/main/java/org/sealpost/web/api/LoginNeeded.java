package org.sealpost.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.sealpost.bearer.BearerTokens;
import org.sealpost.stepup.ProofOffer;
import org.sealpost.web.Refusals;

/**
 * Answers a program without a login by 401 and the ways to log in. The pages' login would send it a form with status 200,
 * which programs take for an answer. The password of a program that has logged in is kept for the length of the request:
 * it is the proof that sensitive acts ask for.
 */
@Provider
@PreMatching
public class LoginNeeded implements ContainerRequestFilter {

    private static final String BASIC = "Basic realm=\"Sealpost\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Sealpost\"";

    @Inject
    ProofOffer offer;

    @Inject
    BearerTokens bearers;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() == null) {
            Locale locale = RefusalProblems.language(request.getAcceptableLanguages());
            Response.ResponseBuilder answer = Response.fromResponse(Problem.of(new Refusals(locale).ofStatus(401)))
                    .header(HttpHeaders.WWW_AUTHENTICATE, BASIC);
            request.abortWith((bearers.taken() ? answer.header(HttpHeaders.WWW_AUTHENTICATE, BEARER) : answer).build());
        } else {
            BasicLogin.password(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                    .ifPresent(offer::offer);
        }
    }
}
