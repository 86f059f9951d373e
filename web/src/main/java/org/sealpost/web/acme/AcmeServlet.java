package org.sealpost.web.acme;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sealpost.acme.AcmeAnswer;
import org.sealpost.acme.AcmeAnswer.Shown;
import org.sealpost.acme.AcmePath;
import org.sealpost.acme.AcmePath.Kind;
import org.sealpost.acme.AcmeProblem;
import org.sealpost.acme.AcmeRefused;
import org.sealpost.acme.AcmeService;
import org.sealpost.protocol.NotFound;
import org.sealpost.protocol.SealpostException;
import org.sealpost.protocol.Unavailable;
import org.sealpost.web.Refusals;
import org.sealpost.web.api.WrittenProblem;
import org.sealpost.web.pki.BoundedBody;
import org.sealpost.web.pki.CallerRate;

/** ACME over HTTPS (RFC 8555 section 6). Where the operator does not want it there is nothing. */
@WebServlet("/acme/*")
public class AcmeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(AcmeServlet.class.getName());
    private static final int LARGEST = 64 * 1024;
    private static final String REQUEST = "application/jose+json";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String PEM = "application/pem-certificate-chain";
    private static final String LATER = "30";

    /** Seconds after which it is worth while to look whether a mail has come. */
    private static final String SOON = "5";

    @Inject
    transient AcmeService acme;

    @Inject
    transient CallerRate rate;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!admits(request, response)) {
            return;
        }
        switch (path(request)) {
            case "directory" -> write(response, JSON, documents(request).directory());
            case "new-nonce" -> nonce(response, HttpServletResponse.SC_NO_CONTENT);
            default -> refuse(request, response, new UnreadableHere());
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!path(request).equals("new-nonce")) {
            doGet(request, response);
        } else if (admits(request, response)) {
            nonce(response, HttpServletResponse.SC_OK);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!admits(request, response)) {
            return;
        }
        response.setHeader("Replay-Nonce", acme.nonce());
        try {
            AcmePath path = AcmePath.find(path(request)).orElseThrow(UnreadableHere::new);
            if (!REQUEST.equals(request.getContentType())) {
                refuse(request, response, new UnreadableHere(), HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
                return;
            }
            Optional<byte[]> body = BoundedBody.of(request, LARGEST);
            if (body.isEmpty()) {
                refuse(request, response, new UnreadableHere(), HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                return;
            }
            answer(request, response, acme.post(path, body.get()));
        } catch (SealpostException e) {
            refuse(request, response, e);
        } catch (EJBException e) {
            LOG.log(System.Logger.Level.ERROR, "An ACME request failed for a reason that nobody foresaw", e);
            refuse(request, response, e);
        }
    }

    /** Whether there is anything here, and the caller may ask now. */
    private boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!acme.open()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        response.setHeader("Cache-Control", "no-store");
        response.addHeader("Link", link("directory", "index"));
        return rate.admits(request, response);
    }

    private static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    }

    private String link(String path, String relation) {
        return "<" + acme.url(path) + ">;rel=\"" + relation + "\"";
    }

    private AcmeDocuments documents(HttpServletRequest request) {
        return new AcmeDocuments(acme::url, acme.from(), new Refusals(WrittenProblem.language(request)));
    }

    private void nonce(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setHeader("Replay-Nonce", acme.nonce());
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, AcmeAnswer answer)
            throws IOException {
        AcmeDocuments documents = documents(request);
        if (answer instanceof AcmeAnswer.Account account) {
            located(response, Kind.ACCOUNT.path(account.id()), account.created());
            write(response, JSON, documents.account(account));
        } else if (answer instanceof AcmeAnswer.Order order) {
            answer(response, order);
            write(response, JSON, documents.order(order));
        } else if (answer instanceof AcmeAnswer.Orders orders) {
            write(response, JSON, documents.orders(orders));
        } else if (answer instanceof AcmeAnswer.Chain chain) {
            write(response, PEM, chain.pem());
        }
    }

    private void answer(HttpServletResponse response, AcmeAnswer.Order order) {
        if (order.shown() == Shown.ORDER) {
            located(response, Kind.ORDER.path(order.id()), order.created());
        } else if (order.shown() == Shown.CHALLENGE) {
            response.addHeader("Link", link(Kind.AUTHORIZATION.path(order.id()), "up"));
        }
        if (order.state().awaits()) {
            response.setHeader("Retry-After", SOON);
        }
    }

    private void located(HttpServletResponse response, String path, boolean created) {
        response.setHeader("Location", acme.url(path));
        response.setStatus(created ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        if (failure instanceof AcmeRefused refused) {
            refuse(request, response, failure, refused.problem().status());
        } else {
            refuse(
                    request,
                    response,
                    failure,
                    new Refusals(request.getLocale()).of(failure).status());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Exception failure, int status)
            throws IOException {
        AcmeProblem problem = failure instanceof AcmeRefused refused
                ? refused.problem()
                : failure instanceof Unavailable || !(failure instanceof SealpostException)
                        ? AcmeProblem.SERVER_INTERNAL
                        : AcmeProblem.MALFORMED;
        response.setStatus(status);
        if (failure instanceof Unavailable) {
            response.setHeader("Retry-After", LATER);
        }
        Refusals refusals = new Refusals(WrittenProblem.language(request));
        JsonObject json = documents(request).problem(problem, refusals.of(failure), status);
        write(response, PROBLEM, problem == AcmeProblem.BAD_SIGNATURE_ALGORITHM ? withAlgorithms(json) : json);
    }

    /** RFC 8555 section 6.2. */
    private static JsonObject withAlgorithms(JsonObject problem) {
        return Json.createObjectBuilder(problem)
                .add("algorithms", Json.createArrayBuilder(AcmeService.ALGORITHMS))
                .build();
    }

    private static void write(HttpServletResponse response, String mediaType, Object content) throws IOException {
        byte[] octets = content.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType(mediaType);
        response.setContentLength(octets.length);
        response.getOutputStream().write(octets);
    }

    /** Nothing is there that such a request could be about. */
    private static final class UnreadableHere extends NotFound {
        private static final long serialVersionUID = 1L;

        UnreadableHere() {
            super("acme-not-found");
        }
    }
}
