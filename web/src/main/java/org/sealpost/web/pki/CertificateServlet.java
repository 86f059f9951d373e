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
import java.time.Duration;
import java.util.Optional;
import org.sealpost.lock.Publication;
import org.sealpost.lookup.FoundCertificate;
import org.sealpost.lookup.LookupService;
import org.sealpost.protocol.Unavailable;

/**
 * The encryption certificate of whoever has an address, if the organisation lets strangers ask: {@code ?address=} and the
 * whole address. Nobody keeps an answer without asking again, so that a revocation is seen at once.
 */
@WebServlet(Publication.LOOKUP_PATH)
public class CertificateServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(CertificateServlet.class.getName());
    private static final int LONGEST_ADDRESS = 320;

    @Inject
    transient LookupService lookup;

    @Inject
    transient CallerRate rate;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] addresses = request.getParameterValues("address");
        Optional<CertificateForm> form = CertificateForm.accepted(request.getHeader("Accept"));
        if (!lookup.open()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (addresses == null || addresses.length != 1 || addresses[0].length() > LONGEST_ADDRESS) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else if (form.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_ACCEPTABLE);
        } else if (rate.admits(request, response)) {
            answer(addresses[0], form.get(), request, response);
        }
    }

    private void answer(String address, CertificateForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            Optional<FoundCertificate> found = lookup.encryption(address);
            if (found.isPresent()) {
                response.setHeader("Vary", "Accept");
                file(found.get(), form).answer(request, response, Duration.ZERO);
            } else {
                response.setHeader("Cache-Control", "no-store");
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (Unavailable e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (EJBException e) {
            LOG.log(Level.ERROR, "A certificate was not found for a reason that nobody foresaw", e);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static PublishedFile file(FoundCertificate found, CertificateForm form) {
        byte[] content = form.write(found);
        return PublishedFile.hashed(
                form.mediaType(),
                form.file(),
                content,
                found.certificate().getNotBefore().toInstant());
    }
}
