package org.sealpost.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.sealpost.stepup.ProofOffer;
import org.sealpost.web.Refusals;

/**
 * Answers a program without a login by 401 and the way to log in. The pages' login would send it a form with status 200,
 * which programs take for an answer. The password of a program that has logged in is kept for the length of the request:
 * it is the proof that sensitive acts ask for.
 */
@Provider
@PreMatching
public class LoginNeeded implements ContainerRequestFilter {

    @Inject
    ProofOffer offer;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() == null) {
            Locale locale = RefusalProblems.language(request.getAcceptableLanguages());
            request.abortWith(Response.fromResponse(Problem.of(new Refusals(locale).ofStatus(401)))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Sealpost\", charset=\"UTF-8\"")
                    .build());
        } else {
            BasicLogin.password(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                    .ifPresent(offer::offer);
        }
    }
}
