package org.sealpost.web.pki;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyRing;
import org.sealpost.lock.Publication;
import org.sealpost.pki.Certificates;

/** The certificate of the authority (RFC 5280 section 4.2.2.1, RFC 2585), in every state of the Key Manager. */
@WebServlet(Publication.CERTIFICATE_PATH)
public class AuthorityServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient KeyRing ring;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ring.state() == KeyManagerState.NOT_SET_UP) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        X509Certificate authority = ring.publicKeys().authority();
        new PublishedFile(
                        "application/pkix-cert",
                        "sealpost.cer",
                        Certificates.der(authority),
                        authority.getSerialNumber().toString(16).toLowerCase(Locale.ROOT),
                        authority.getNotBefore().toInstant())
                .answer(request, response, Duration.ofDays(1));
    }
}
