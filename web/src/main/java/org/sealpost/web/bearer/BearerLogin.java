package org.sealpost.web.bearer;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.bearer.BearerTokens;
import org.sealpost.protocol.SealpostException;
import org.sealpost.stepup.ProofOffer;
import org.sealpost.web.Refusals;
import org.sealpost.web.api.WrittenProblem;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * Lets a request with a bearer token go on as the token's owner, or not at all. Named in {@code web.xml} before the others, so that
 * whoever counts requests knows whose they are. Where no bearer tokens are taken, it does nothing.
 */
public class BearerLogin extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(BearerLogin.class.getName());
    private static final String CHALLENGE = "Bearer realm=\"Sealpost\", error=\"invalid_token\"";

    @Inject
    transient BearerTokens tokens;

    @Inject
    transient People people;

    @Inject
    transient ProofOffer offer;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        List<String> logins = Collections.list(request.getHeaders("Authorization"));
        if (!tokens.taken() || logins.stream().noneMatch(BearerHeader::isOne)) {
            chain.doFilter(request, response);
            return;
        }
        Refusals refusals = new Refusals(WrittenProblem.language(request));
        Optional<SecurityIdentity> owner;
        try {
            owner = owner(logins);
        } catch (SealpostException e) {
            WrittenProblem.write(response, refusals.of(e));
            return;
        }
        if (owner.isPresent()) {
            offer.nothingButAToken();
            goOn(owner.get(), request, response, chain);
        } else {
            response.setHeader("WWW-Authenticate", CHALLENGE);
            WrittenProblem.write(response, refusals.ofBearerToken());
        }
    }

    /** Two logins at once would leave it to chance whose request it is. */
    private Optional<SecurityIdentity> owner(List<String> logins) {
        return logins.size() == 1
                ? BearerHeader.token(logins.get(0)).flatMap(tokens::login).flatMap(this::inTheDirectory)
                : Optional.empty();
    }

    private Optional<SecurityIdentity> inTheDirectory(String login) {
        Optional<SecurityIdentity> owner = people.named(login);
        if (owner.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The identity provider vouches for a bearer token of {0}, but the directory has nobody of that"
                            + " name.",
                    login);
        }
        return owner;
    }

    private static void goOn(
            SecurityIdentity owner, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            owner.runAs((PrivilegedExceptionAction<@Nullable Void>) () -> {
                chain.doFilter(new OwnersRequest(request, owner), response);
                return null;
            });
        } catch (PrivilegedActionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw e.getCause() instanceof ServletException failed ? failed : new ServletException(e.getCause());
        }
    }
}
