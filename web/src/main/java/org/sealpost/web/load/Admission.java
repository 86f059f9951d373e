package org.sealpost.web.load;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * The door for programs, of the REST interface, CMP, EST and ACME: 429 for a login that asks too often or has too much going on,
 * 503 when all together do, both before anything of the request was read. Whoever stands in front of it, a request has a
 * login already or none.
 */
@WebFilter(urlPatterns = {"/api/*", "/.well-known/cmp", "/.well-known/cmp/*", "/.well-known/est/*", "/acme/*"})
public class Admission extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String INTERFACE = "/api/";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(2);

    @Inject
    transient LoginRate rate;

    @Inject
    transient Places places;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String caller = caller(request);
        Duration wait = request.getServletPath().startsWith(INTERFACE) ? rate.delay(caller) : Duration.ZERO;
        if (!wait.isZero()) {
            TurnedAway.tooOften(request, response, wait);
            return;
        }
        switch (places.enter(caller)) {
            case BUSY -> TurnedAway.tooBusy(request, response, LATER);
            case OVER_SHARE -> TurnedAway.tooOften(request, response, SOON);
            case ADMITTED -> {
                try {
                    chain.doFilter(request, response);
                } finally {
                    places.leave(caller);
                }
            }
        }
    }

    /** Logins and addresses never mean each other: no address has a hash sign in front. */
    private static String caller(HttpServletRequest request) {
        return request.getRemoteUser() == null ? request.getRemoteAddr() : "#" + request.getRemoteUser();
    }
}
