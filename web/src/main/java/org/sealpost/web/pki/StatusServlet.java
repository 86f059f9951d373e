package org.sealpost.web.pki;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.lock.Publication;
import org.sealpost.ocsp.OcspRefusal;
import org.sealpost.ocsp.StatusRequest;
import org.sealpost.revocation.StatusReply;
import org.sealpost.revocation.StatusService;

/**
 * The OCSP responder over HTTP (RFC 6960 appendix A): a request is posted, or follows the path in base64. Refusals are
 * answers too and have the status 200. Answers to GET may be kept on the way, as lists are (RFC 5019 section 6).
 */
@WebServlet({Publication.OCSP_PATH, Publication.OCSP_PATH + "/*"})
public class StatusServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(StatusServlet.class.getName());
    private static final String ANSWER = "application/ocsp-response";
    private static final String REQUEST = "application/ocsp-request";

    @Inject
    transient StatusService statuses;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getContextPath() + Publication.OCSP_PATH + '/';
        StatusReply reply = request.getRequestURI().startsWith(path)
                ? reply(new PathRequest(request.getRequestURI().substring(path.length())))
                : new StatusReply.Refused(OcspRefusal.MALFORMED_REQUEST);
        if (reply instanceof StatusReply.Signed signed && signed.shared()) {
            file(signed)
                    .answer(
                            request,
                            response,
                            RevocationListServlet.kept(Duration.between(clock.instant(), signed.nextUpdate())));
            return;
        }
        write(reply, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!REQUEST.equalsIgnoreCase(request.getContentType())) {
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(StatusRequest.LARGEST + 1);
        write(reply(() -> body), response);
    }

    private StatusReply reply(Asked asked) {
        try {
            return statuses.answer(StatusRequest.parse(asked.octets()));
        } catch (BadEncoding e) {
            return new StatusReply.Refused(OcspRefusal.MALFORMED_REQUEST);
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "A certificate''s status cannot be answered now: {0}", e.getMessage());
            return new StatusReply.Refused(OcspRefusal.TRY_LATER);
        }
    }

    private static PublishedFile file(StatusReply.Signed signed) {
        return PublishedFile.hashed(ANSWER, "status.ors", signed.encoded(), signed.thisUpdate());
    }

    /** For whoever asked, and for nobody on the way. */
    private static void write(StatusReply reply, HttpServletResponse response) throws IOException {
        byte[] encoded = reply instanceof StatusReply.Signed signed
                ? signed.encoded()
                : ((StatusReply.Refused) reply).why().encoded();
        response.setContentType(ANSWER);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(encoded.length);
        response.getOutputStream().write(encoded);
    }

    /** The octets of a request, however they came. */
    @FunctionalInterface
    interface Asked {
        /** @throws BadEncoding when they cannot be read */
        byte[] octets();
    }
}
