package org.sealpost.web.pki;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sealpost.certification.EstLogin;
import org.sealpost.certification.EstRefused;
import org.sealpost.certification.EstService;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.est.CertsOnly;
import org.sealpost.est.EstRequest;
import org.sealpost.est.KeyParts;
import org.sealpost.est.WantedAttributes;
import org.sealpost.protocol.SealpostException;
import org.sealpost.web.Refusal;
import org.sealpost.web.Refusals;

/**
 * EST over HTTPS (RFC 7030 section 3.2.2), with one name for the authority that may be left out. The login is read from a
 * header of its own, where the server's first handler puts it: it may be a token, which the directory is not to see.
 */
@WebServlet("/.well-known/est/*")
public class EstServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(EstServlet.class.getName());
    private static final String LOGIN = "X-Sealpost-Est-Login";
    private static final String LATER = "30";
    private static final String AUTHORITY = "/sealpost";

    @Inject
    transient EstService est;

    @Inject
    transient CallerRate rate;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (operation(request)) {
            case "/cacerts" -> served(request, response, () -> text(response, CertsOnly.MEDIA_TYPE, est.authorities()));
            case "/csrattrs" -> text(response, WantedAttributes.MEDIA_TYPE, WantedAttributes.base64());
            default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (operation(request)) {
            case "/simpleenroll" ->
                served(
                        request,
                        response,
                        () -> withLogin(
                                request,
                                (login, body) -> text(response, CertsOnly.MEDIA_TYPE, est.enrol(login, body))));
            case "/simplereenroll" ->
                served(
                        request,
                        response,
                        () -> withLogin(
                                request,
                                (login, body) -> text(response, CertsOnly.MEDIA_TYPE, est.reenrol(login, body))));
            case "/serverkeygen" ->
                served(request, response, () -> withLogin(request, (login, body) -> key(response, login, body)));
            default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String operation(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        return path.startsWith(AUTHORITY + "/") ? path.substring(AUTHORITY.length()) : path;
    }

    /** What may be refused. */
    @FunctionalInterface
    private interface Operation {
        void run() throws IOException;
    }

    /** What needs a login. */
    @FunctionalInterface
    private interface WithLogin {
        void run(EstLogin login, byte[] body) throws IOException;
    }

    private void served(HttpServletRequest request, HttpServletResponse response, Operation operation)
            throws IOException {
        if (!rate.admits(request, response)) {
            return;
        }
        try {
            operation.run();
        } catch (EstRefused e) {
            refuse(request, response, e, e.asksForLogin() ? HttpServletResponse.SC_UNAUTHORIZED : 0);
        } catch (SealpostException e) {
            refuse(request, response, e, e instanceof BadEncoding ? HttpServletResponse.SC_BAD_REQUEST : 0);
        } catch (EJBException e) {
            LOG.log(System.Logger.Level.ERROR, "An EST request failed for a reason that nobody foresaw", e);
            refuse(request, response, e, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static void withLogin(HttpServletRequest request, WithLogin work) throws IOException {
        byte[] body = BoundedBody.of(request, EstRequest.LARGEST).orElseThrow(() -> new BadEncoding("signing request"));
        try (EstLogin login = BasicCredentials.of(request.getHeader(LOGIN))) {
            work.run(login, body);
        }
    }

    private static void text(HttpServletResponse response, String mediaType, byte[] content) throws IOException {
        response.setContentType(mediaType);
        response.setHeader("Content-Transfer-Encoding", "base64");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private void key(HttpServletResponse response, EstLogin login, byte[] body) throws IOException {
        try (KeyParts parts = est.fetchKey(login, body)) {
            response.setContentType(parts.mediaType());
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(parts.expose().length);
            response.getOutputStream().write(parts.expose());
        }
    }

    /** @param status 0 for the one that goes with the failure */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, Exception failure, int status)
            throws IOException {
        Refusal refusal = new Refusals(request.getLocale()).of(failure);
        response.setStatus(status == 0 ? refusal.status() : status);
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Sealpost\", charset=\"UTF-8\"");
        }
        if (response.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", LATER);
        }
        response.setContentType("text/plain;charset=UTF-8");
        String words = refusal.cause() + " " + refusal.next() + " (" + refusal.code() + ")\n";
        response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }
}
