package org.sealpost.web.pki;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sealpost.certification.CmpService;
import org.sealpost.cmp.CmpMessage;
import org.sealpost.protocol.BadInput;
import org.sealpost.protocol.SealpostException;
import org.sealpost.protocol.Unavailable;
import org.sealpost.web.Refusal;
import org.sealpost.web.Refusals;

/**
 * CMP over HTTP (RFC 9811 section 3): one message in, one message out. The operation that RFC 9483 section 6.1 puts at the
 * end of the path is allowed and says nothing that the message does not say itself.
 */
@WebServlet({"/.well-known/cmp", "/.well-known/cmp/*"})
public class CmpServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(CmpServlet.class.getName());
    private static final String MEDIA_TYPE = "application/pkixcmp";
    private static final String LATER = "30";
    private static final String PROFILE = "/p/sealpost";
    private static final Set<String> OPERATIONS = Set.of(
            "",
            "/initialization",
            "/certification",
            "/keyupdate",
            "/revocation",
            "/getcacerts",
            "/getrootupdate",
            "/getcrls");

    @Inject
    transient CmpService cmp;

    @Inject
    transient CallerRate rate;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!OPERATIONS.contains(operation(request))) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (!MEDIA_TYPE.equals(mediaType(request))) {
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (rate.admits(request, response)) {
            Optional<byte[]> message = BoundedBody.of(request, CmpMessage.LARGEST);
            if (message.isPresent()) {
                answer(message.get(), response);
            } else {
                response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            }
        }
    }

    private static String operation(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        return path.startsWith(PROFILE) ? path.substring(PROFILE.length()) : path;
    }

    private static String mediaType(HttpServletRequest request) {
        String given = Optional.ofNullable(request.getContentType()).orElse("");
        return given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private void answer(byte[] message, HttpServletResponse response) throws IOException {
        try {
            byte[] answer = cmp.answer(message, CmpServlet::words);
            response.setContentType(MEDIA_TYPE);
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        } catch (BadInput e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } catch (Unavailable e) {
            response.setHeader("Retry-After", LATER);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (EJBException e) {
            LOG.log(System.Logger.Level.ERROR, "A CMP message failed for a reason that nobody foresaw", e);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    /** In English: nothing in a message says what its program's user reads. */
    private static String words(SealpostException failure) {
        Refusal refusal = new Refusals(Locale.ENGLISH).of(failure);
        return refusal.cause() + " " + refusal.next() + " (" + refusal.code() + ")";
    }
}
